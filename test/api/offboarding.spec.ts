// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

interface Created {
  secret: string;
  token: { id: string; revokedAt: string | null };
}

let admin: Client;
let foreignAdmin: Client;
let companyId: string;
beforeAll(async () => {
  admin = await hub.signIn(employee('admin', 'wohnbau', ['admin']));
  foreignAdmin = await hub.signIn(employee('fremd', 'klinikum', ['admin']));
  companyId = hub.companies.wohnbau.id;
});

const create = (client = admin, name = 'Personalsystem', id = companyId) =>
  ask<Created>(client, 'createOffboardingToken', { companyId: id, name });
/** As the company's system calls: with no session at all. */
const offboard = (secret: string, ...people: string[]) => ask(hub.stranger, 'offboard', { secret, people });
const companiesOf = (client: Client) =>
  ask<{ memberships: { company: { slug: string } }[] }>(client, 'viewer').then(({ memberships }) =>
    memberships.map(({ company }) => company.slug),
  );

describe('offboard', () => {
  it('ends who is named by address or account, with the next request, and says who is not known', async () => {
    const { secret } = await create();
    const lea = await hub.signIn(employee('lea', 'wohnbau', ['author']));
    const ute = await hub.signIn({ ...employee('ute', 'wohnbau'), preferred_username: 'wohnbau.u.Lang' });
    expect(await offboard(secret, 'LEA@wohnbau.example', 'u.lang', 'niemand@wohnbau.example')).toEqual({
      __typename: 'Offboarded',
      ended: ['LEA@wohnbau.example', 'u.lang'],
      unknown: ['niemand@wohnbau.example'],
      ambiguous: [],
    });
    for (const client of [lea, ute]) expect(await companiesOf(client)).toEqual([]);
  });

  it('stays so when the provider names them again, twice is once, and an admin opens it again', async () => {
    const { secret } = await create();
    const lea = await hub.signIn(employee('nora', 'wohnbau', ['author']));
    for (const _ of [1, 2]) expect(await offboard(secret, 'nora@wohnbau.example')).toMatchObject({ ended: ['nora@wohnbau.example'] });
    await hub.signIn(employee('nora', 'wohnbau', ['author']));
    expect(await companiesOf(lea)).toEqual([]);
    const events = await query(hub.database.superuser, `select what, actor_id, detail from organisation_event where person_id = $1`, [
      lea.personId,
    ]);
    expect(events).toEqual([{ what: 'membership-ended', actor_id: null, detail: 'hub' }]);
    await ask(admin, 'reopenMembership', { companyId, personId: lea.personId });
    expect(await companiesOf(await hub.signIn(employee('nora', 'wohnbau')))).toEqual(['wohnbau']);
  });

  it('ends nobody of another company, also where somebody is in both', async () => {
    const { secret } = await create();
    const stranger = await hub.signIn(employee('piotr', 'klinikum'));
    const both = await hub.signIn({
      ...employee('beide', 'wohnbau'),
      organization: { wohnbau: {}, klinikum: {} },
    });
    expect(await offboard(secret, 'piotr@klinikum.example', 'piotr')).toMatchObject({
      ended: [],
      unknown: ['piotr@klinikum.example', 'piotr'],
    });
    await offboard(secret, 'beide@wohnbau.example');
    expect(await companiesOf(stranger)).toEqual(['klinikum']);
    expect(await companiesOf(both)).toEqual(['klinikum']);
  });

  it('ends none of two people whose name is one', async () => {
    const { secret } = await create();
    const two = await Promise.all(
      ['eins', 'zwei'].map((sub) => hub.signIn({ ...employee(sub, 'wohnbau'), email: 'zentrale@wohnbau.example' })),
    );
    expect(await offboard(secret, 'zentrale@wohnbau.example')).toMatchObject({ ended: [], ambiguous: ['zentrale@wohnbau.example'] });
    for (const client of two) expect(await companiesOf(client)).toEqual(['wohnbau']);
  });

  it('takes a list of a thousand, and a person named by two systems at once', async () => {
    const secrets = await Promise.all([create(), create()]);
    const gerd = await hub.signIn(employee('gerd', 'wohnbau'));
    const people = [...Array.from({ length: 300 }, (_, n) => `p${n}@wohnbau.example`), 'gerd@wohnbau.example'];
    const answers = await Promise.all(secrets.map(({ secret }) => offboard(secret, ...people)));
    for (const answer of answers) expect(answer).toMatchObject({ ended: ['gerd@wohnbau.example'] });
    expect(await companiesOf(gerd)).toEqual([]);
  });

  it.each([
    ['nobody', [], 'required'],
    ['an empty name', [''], 'required'],
    ['more than a thousand', Array.from({ length: 1_001 }, (_, n) => `p${n}`), 'too-many'],
    ['a name without end', ['x'.repeat(400)], 'too-long'],
  ])('refuses %s', async (_, people, code) => {
    const { secret } = await create();
    expect(await offboard(secret, ...people)).toMatchObject({ __typename: 'InvalidInput', fields: [{ code }] });
  });

  it('refuses every secret that is none, and one that was revoked, alike', async () => {
    const { secret, token } = await create();
    const refused = await offboard('ks_offboarding_nothing', 'lea@wohnbau.example');
    expect(refused).toMatchObject(notSignedIn);
    await ask(admin, 'revokeOffboardingToken', { id: token.id });
    for (const none of [secret, '', "' or true --", '\u0000', secret.slice(0, -1), secret.toUpperCase()]) {
      expect(await offboard(none, 'lea@wohnbau.example')).toEqual(refused);
    }
  });

  it('gives whoever holds the secret nothing to read', async () => {
    const { secret } = await create();
    const client = hub.stranger;
    await offboard(secret, 'x@wohnbau.example');
    expect(await ask(client, 'companyMembers', { companyId })).toMatchObject(notSignedIn);
  });
});

describe('offboarding tokens', () => {
  it('are kept by the company’s admins, and the secret is shown once', async () => {
    const { secret, token } = await create(admin, 'SAP');
    const [newest] = await ask<object[]>(admin, 'offboardingTokens', { companyId });
    expect(newest).toEqual({ id: token.id, name: 'SAP', createdAt: expect.any(String), revokedAt: null });
    expect(JSON.stringify(await query(hub.database.superuser, 'select * from offboarding_token'))).not.toContain(secret);
    expect(await ask(admin, 'revokeOffboardingToken', { id: token.id })).toMatchObject({ revokedAt: expect.any(String) });
  });

  it('are nobody else’s, and hidden is missing', async () => {
    const { token } = await create();
    const author = await hub.signIn(employee('autor', 'wohnbau', ['author', 'editor']));
    for (const client of [foreignAdmin, author]) {
      expect(await ask(client, 'offboardingTokens', { companyId })).toBeNull();
      expect(await create(client)).toMatchObject(missing);
      for (const id of [token.id, crypto.randomUUID(), 'no-id']) {
        expect(await ask(client, 'revokeOffboardingToken', { id })).toMatchObject(missing);
      }
    }
    expect(await create(hub.stranger)).toMatchObject(notSignedIn);
    expect(await create(await hub.signIn({ sub: 'gast' }))).toMatchObject(notForYou);
    expect(await create(admin, '')).toMatchObject({ fields: [{ path: ['name'], code: 'required' }] });
    expect(await create(admin, 'x'.repeat(81))).toMatchObject({ fields: [{ path: ['name'], code: 'too-long', limit: 80 }] });
  });
});
