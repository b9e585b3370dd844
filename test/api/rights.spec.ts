// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

interface Member {
  person: { id: string; name: string };
  roles: { role: string; source: string }[];
  foreignMail: boolean;
}
interface Page {
  nodes: Member[];
  total: number;
  endCursor: string | null;
  hasNextPage: boolean;
}

let admin: Client;
let author: Client;
let foreignAdmin: Client;
beforeAll(async () => {
  admin = await hub.signIn(employee('admin', 'wohnbau', ['admin']));
  author = await hub.signIn({ ...employee('bernd', 'wohnbau', ['author']), email: 'bernd@klinikum.example' });
  foreignAdmin = await hub.signIn(employee('fremd', 'klinikum', ['admin']));
});

const members = (client: Client, variables: object = {}) =>
  ask<Page | null>(client, 'companyMembers', { companyId: hub.companies.wohnbau.id, ...variables });
const of = async (name: string) => ({
  companyId: hub.companies.wohnbau.id,
  personId: (await members(admin, { text: name }))?.nodes[0]?.person.id,
});
const rolesOf = (client: Client) =>
  ask<{ memberships: { roles: string[] }[] }>(client, 'viewer').then(({ memberships }) => memberships[0]?.roles);

describe('companyMembers', () => {
  it('shows an admin the company’s people with where their rights come from, and whose address is not the company’s', async () => {
    expect((await members(admin))?.nodes).toMatchObject([
      {
        person: { name: 'admin' },
        department: null,
        roles: [{ role: 'ADMIN', source: 'CLAIMS' }],
        foreignMail: false,
      },
      {
        person: { name: 'bernd' },
        department: null,
        roles: [{ role: 'AUTHOR', source: 'CLAIMS' }],
        foreignMail: true,
      },
    ]);
  });

  it('finds by the beginning of a name and goes on where a page ended', async () => {
    expect((await members(admin, { text: 'BER' }))?.nodes.map(({ person }) => person.name)).toEqual(['bernd']);
    expect((await members(admin, { text: '%' }))?.total).toBe(0);
    const first = await members(admin, { first: 1 });
    expect(first).toMatchObject({ total: 2, hasNextPage: true });
    expect((await members(admin, { first: 1, after: first?.endCursor }))?.nodes.map(({ person }) => person.name)).toEqual(['bernd']);
  });

  it('is there for nobody else, as if there were no such company', async () => {
    for (const client of [author, foreignAdmin]) expect(await members(client)).toBeNull();
    expect(await members(admin, { companyId: crypto.randomUUID() })).toBeNull();
    expect(await members(hub.stranger)).toMatchObject(notSignedIn);
    expect(await members(await hub.signIn({ sub: 'gast' }))).toMatchObject(notForYou);
  });
});

describe('grantRole and revokeRole', () => {
  const change = async (operation: 'grantRole' | 'revokeRole', name: string, role: string, client = admin) =>
    ask<{ member?: Member }>(client, operation, { ...(await of(name)), role });

  it('gives a role beside the claims, at once, and tells it apart', async () => {
    const { member } = await change('grantRole', 'bernd', 'EDITOR');
    expect(member?.roles).toEqual([
      { role: 'AUTHOR', source: 'CLAIMS' },
      { role: 'EDITOR', source: 'HUB' },
    ]);
    expect(await rolesOf(author)).toEqual(['AUTHOR', 'EDITOR', 'EMPLOYEE']);
    await hub.signIn(employee('bernd', 'wohnbau'));
    expect(await rolesOf(author)).toEqual(['EDITOR', 'EMPLOYEE']);
  });

  it('takes it back, and twice is once', async () => {
    await change('grantRole', 'bernd', 'TRAINER');
    await Promise.all([1, 2, 3].map(() => change('grantRole', 'bernd', 'TRAINER')));
    await change('revokeRole', 'bernd', 'TRAINER');
    expect(await change('revokeRole', 'bernd', 'TRAINER')).toMatchObject({ __typename: 'RightsChanged' });
    expect(await rolesOf(author)).not.toContain('TRAINER');
    const events = await query<{ what: string }>(
      hub.database.superuser,
      `select what from organisation_event where detail = 'trainer' and actor_id = $1 order by at`,
      [admin.personId],
    );
    expect(events.map(({ what }) => what)).toEqual(['role-granted', 'role-revoked']);
  });

  it('keeps what claims give, what everybody has, and one’s own way in', async () => {
    await hub.signIn(employee('bernd', 'wohnbau', ['author']));
    expect(await change('revokeRole', 'bernd', 'AUTHOR')).toEqual({ __typename: 'RightsKept', why: 'FROM_CLAIMS' });
    expect(await change('revokeRole', 'bernd', 'EMPLOYEE')).toEqual({ __typename: 'RightsKept', why: 'EVERYBODY_HAS_IT' });
    expect(await change('revokeRole', 'admin', 'ADMIN')).toEqual({ __typename: 'RightsKept', why: 'OWN_ADMIN' });
  });

  it('is for admins of this company alone, and hidden is missing', async () => {
    const bernd = await of('bernd');
    for (const client of [author, foreignAdmin]) {
      for (const personId of [bernd.personId, crypto.randomUUID(), 'no-id', '']) {
        expect(await ask(client, 'grantRole', { ...bernd, personId, role: 'ADMIN' })).toMatchObject(missing);
        expect(await ask(client, 'revokeRole', { ...bernd, personId, role: 'AUTHOR' })).toMatchObject(missing);
      }
    }
    expect(await ask(hub.stranger, 'grantRole', { ...bernd, role: 'ADMIN' })).toMatchObject(notSignedIn);
    expect(await rolesOf(author)).not.toContain('ADMIN');
  });

  it('says that somebody who has left is not there', async () => {
    await hub.signIn(employee('gerda', 'wohnbau'));
    const gerda = await of('gerda');
    await hub.signIn({ sub: 'gerda' });
    expect(await ask(admin, 'grantRole', { ...gerda, role: 'EDITOR' })).toMatchObject(missing);
  });
});

describe('myData', () => {
  it('shows what the provider said, what it became, and how old it is', async () => {
    const before = Date.now();
    const client = await hub.signIn({
      ...employee('nora', 'wohnbau'),
      identity_provider: 'wohnbau',
      company_roles: ['GG-Alle', 'author'],
      department: ['hausverwaltung'],
    });
    const mine = await ask<{ claimsAt: string }>(client, 'myData');
    expect(mine).toMatchObject({
      name: 'nora',
      mail: 'nora@wohnbau.example',
      mailVerified: true,
      groupRoles: [],
      memberships: [
        {
          company: { slug: 'wohnbau' },
          department: { slug: 'hausverwaltung' },
          roles: [{ role: 'AUTHOR', source: 'CLAIMS' }],
          said: [
            { claim: 'DEPARTMENT', value: 'hausverwaltung' },
            { claim: 'ROLE', value: 'author' },
            { claim: 'ROLE', value: 'GG-Alle' },
          ],
        },
      ],
    });
    expect(Date.parse(mine.claimsAt)).toBeGreaterThanOrEqual(before);
  });

  it('is empty for who is not known yet, and refused without a session', async () => {
    expect(await ask(hub.stranger, 'myData')).toMatchObject(notSignedIn);
  });
});
