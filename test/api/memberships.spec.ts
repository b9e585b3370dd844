// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let admin: Client;
let otherAdmin: Client;
let colleague: Client;
let ofTheCompany: string;

beforeAll(async () => {
  admin = await hub.signIn(employee('ada', 'stadtwerke', ['admin']));
  otherAdmin = await hub.signIn(employee('otto', 'klinikum', ['admin']));
  colleague = await hub.signIn(employee('tarek', 'stadtwerke', ['author', 'editor']));
  ofTheCompany = await publish(colleague, practice({ visibility: { choice: 'COMPANY' } }));
});

const change =
  (mutation: 'endMembership' | 'reopenMembership') =>
  (client: Client, personId: string, company: keyof typeof hub.companies = 'stadtwerke') =>
    ask(client, mutation, { personId, companyId: hub.companies[company].id });
const end = change('endMembership');
const reopen = change('reopenMembership');
const rolesOf = ({ personId }: Client) =>
  query<{ role: string; source: string }>(hub.database.superuser, 'select role, source from membership_role where person_id = $1', [
    personId,
  ]);
const eventsOf = ({ personId }: Client) =>
  query<{ action: string; source: string; by: string | null }>(
    hub.database.superuser,
    `select substr(what, 12) as action, detail as source, actor_id as by from organisation_event
      where person_id = $1 and what like 'membership-%' order by at, what`,
    [personId],
  );
const giveHubRole = ({ personId }: Client, role: string) =>
  query(
    hub.database.superuser,
    `insert into membership_role (membership_id, person_id, company_id, role, source) select id, person_id, company_id, $2, 'hub' from membership where person_id = $1`,
    [personId, role],
  );

describe('endMembership', () => {
  it('shuts somebody out of the company with the next request, with one event, and twice is once', async () => {
    const leaver = await hub.signIn(employee('wanda', 'stadtwerke'));
    expect(await readEntry(leaver, ofTheCompany)).not.toBeNull();
    for (let times = 0; times < 2; times += 1) {
      expect(await end(admin, leaver.personId)).toMatchObject({
        __typename: 'MembershipChanged',
        member: { person: { name: 'wanda' }, isCurrent: false, endedBy: ['HUB'] },
      });
    }
    expect(await readEntry(leaver, ofTheCompany)).toBeNull();
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [] });
    expect(await eventsOf(leaver)).toEqual([{ action: 'ended', source: 'hub', by: admin.personId }]);
  });

  it('stays ended whatever the realm goes on to say, until it is opened again', async () => {
    const leaver = await hub.signIn(employee('ida', 'stadtwerke', ['editor']));
    await end(admin, leaver.personId);
    const again = await hub.signIn(employee('ida', 'stadtwerke', ['editor']));
    expect(await ask(again, 'viewer')).toMatchObject({ memberships: [], person: { mail: null } });
    expect(await rolesOf(leaver)).toEqual([]);
    await reopen(admin, leaver.personId);
    expect(await ask(again, 'viewer')).toMatchObject({ memberships: [{ company: { slug: 'stadtwerke' }, roles: [] }] });
    await hub.signIn(employee('ida', 'stadtwerke', ['editor']));
    expect(await ask(again, 'viewer')).toMatchObject({ memberships: [{ roles: ['EDITOR', 'EMPLOYEE'] }] });
    expect((await eventsOf(leaver)).map(({ action }) => action)).toEqual(['ended', 'reopened']);
  });

  it('ends in one company alone', async () => {
    const both = { ...employee('jo', 'stadtwerke'), organization: { stadtwerke: {}, klinikum: {} } };
    const leaver = await hub.signIn(both);
    await end(admin, leaver.personId);
    await hub.signIn(both);
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [{ company: { slug: 'klinikum' } }] });
  });

  it('takes roles that the hub gave with it, also when it is the realm that ends it', async () => {
    const leaver = await hub.signIn(employee('kim', 'stadtwerke'));
    await giveHubRole(leaver, 'editor');
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [{ roles: ['EDITOR', 'EMPLOYEE'] }] });
    await hub.signIn({ ...employee('kim', 'stadtwerke'), organization: {} });
    await hub.signIn(employee('kim', 'stadtwerke'));
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [{ roles: ['EMPLOYEE'] }] });
    expect(await eventsOf(leaver)).toEqual([
      { action: 'ended', source: 'claims', by: null },
      { action: 'reopened', source: 'claims', by: null },
    ]);
  });

  it('of somebody the realm has let go already keeps them out when the realm names them again', async () => {
    const leaver = await hub.signIn(employee('lou', 'stadtwerke'));
    await hub.signIn({ ...employee('lou', 'stadtwerke'), organization: {} });
    expect(await end(admin, leaver.personId)).toMatchObject({ member: { endedBy: ['CLAIMS', 'HUB'] } });
    await hub.signIn(employee('lou', 'stadtwerke'));
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [] });
  });

  it('at a day that the hub has set comes however often the person signs in before', async () => {
    const leaver = await hub.signIn(employee('mia', 'stadtwerke', ['author']));
    await query(
      hub.database.superuser,
      `update membership set ended_at = now() + interval '1 day', ended_by = '{hub}' where person_id = $1`,
      [leaver.personId],
    );
    await hub.signIn(employee('mia', 'stadtwerke', ['editor']));
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [{ roles: ['EDITOR', 'EMPLOYEE'] }] });
    const [row] = await query<{ later: boolean }>(
      hub.database.superuser,
      'select ended_at > now() as later from membership where person_id = $1',
      [leaver.personId],
    );
    expect(row).toEqual({ later: true });
  });
});

describe('reopenMembership', () => {
  it('does not bring in whom the realm has let go: the next sign-in does, when it names them again', async () => {
    const leaver = await hub.signIn(employee('nele', 'stadtwerke'));
    await end(admin, leaver.personId);
    await hub.signIn({ ...employee('nele', 'stadtwerke'), organization: {} });
    expect(await reopen(admin, leaver.personId)).toMatchObject({ member: { isCurrent: false, endedBy: ['CLAIMS'] } });
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [] });
    await hub.signIn(employee('nele', 'stadtwerke'));
    expect(await ask(leaver, 'viewer')).toMatchObject({ memberships: [{ company: { slug: 'stadtwerke' } }] });
  });

  it('of what is open changes nothing', async () => {
    const member = await hub.signIn(employee('ole', 'stadtwerke'));
    expect(await reopen(admin, member.personId)).toMatchObject({ member: { isCurrent: true, endedBy: [] } });
    expect(await eventsOf(member)).toEqual([]);
  });

  it('many times at once, and ended at once, is one of both', async () => {
    const member = await hub.signIn(employee('pia', 'stadtwerke'));
    await Promise.all(Array.from({ length: 6 }, () => end(admin, member.personId)));
    await Promise.all(Array.from({ length: 6 }, () => reopen(admin, member.personId)));
    expect((await eventsOf(member)).map(({ action }) => action)).toEqual(['ended', 'reopened']);
  });
});

describe.each([
  ['endMembership', end],
  ['reopenMembership', reopen],
] as const)('%s', (_, use) => {
  it('needs a session and a company', async () => {
    expect(await use(hub.stranger, colleague.personId)).toMatchObject(notSignedIn);
    expect(await use(await hub.signIn({ sub: 'gast' }), colleague.personId)).toMatchObject(notForYou);
  });

  it('is for admins of that company: to all others it is as if nobody had that name', async () => {
    const editor = colleague;
    for (const client of [otherAdmin, editor]) expect(await use(client, admin.personId)).toMatchObject(missing);
    expect(await use(admin, otherAdmin.personId, 'klinikum')).toMatchObject(missing);
    expect(await ask(otherAdmin, 'viewer')).toMatchObject({ memberships: [{ company: { slug: 'klinikum' } }] });
  });

  it('answers alike for people of other companies, for nobody and for what is no id', async () => {
    for (const personId of [otherAdmin.personId, crypto.randomUUID(), 'x', '']) expect(await use(admin, personId)).toMatchObject(missing);
    const { personId } = colleague;
    for (const companyId of [crypto.randomUUID(), 'x']) {
      expect(await ask(admin, 'endMembership', { personId, companyId })).toMatchObject(missing);
    }
  });

  it('is not for oneself: a company would be left without an admin', async () => {
    expect(await use(admin, admin.personId)).toEqual({ __typename: 'MembershipNotPossible', code: 'own-membership' });
  });
});

describe('companyMembers', () => {
  const members = (client: Client, variables: object = {}) =>
    ask<{ nodes: { person: { name: string } }[]; endCursor: string; hasNextPage: boolean } | null>(client, 'companyMembers', {
      companyId: hub.companies.wohnbau.id,
      ...variables,
    });

  it('lists for admins of the company who is there and who was', async () => {
    const lea = await hub.signIn(employee('lea', 'wohnbau', ['admin']));
    const gone = await hub.signIn(employee('gerd', 'wohnbau'));
    await hub.signIn(employee('hans', 'wohnbau'));
    await end(lea, gone.personId, 'wohnbau');
    const names = async (variables?: object) => (await members(lea, variables))?.nodes.map(({ person }) => person.name);
    expect(await names()).toEqual(['hans', 'lea']);
    expect(await names({ ended: true })).toEqual(['gerd']);
    const first = await members(lea, { first: 1 });
    expect(first).toMatchObject({ hasNextPage: true, nodes: [{ person: { name: 'hans' } }] });
    expect(await names({ first: 1, after: first?.endCursor })).toEqual(['lea']);
  });

  it('is nothing for anybody else', async () => {
    expect(await members(admin)).toBeNull();
    expect(await members(admin, { companyId: crypto.randomUUID() })).toBeNull();
    expect(await members(admin, { companyId: 'x' })).toBeNull();
    expect(await members(colleague, { companyId: hub.companies.stadtwerke.id })).toBeNull();
    expect(await members(hub.stranger)).toMatchObject(notSignedIn);
  });
});
