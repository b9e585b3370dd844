// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';
import type { Identity } from '../support/realm.js';

const hub = useHub();

interface Table {
  version: string;
  rules: { claim: string; value: string; role: string | null; department: { slug: string } | null }[];
  seen: { claim: string; value: string; people: number; roles: string[]; department: { slug: string } | null }[];
}

/** As a provider says it: its own words, without the company's mark. */
const fromProvider = (sub: string, groups: string[], department?: string): Identity => ({
  ...employee(sub, 'wohnbau'),
  identity_provider: 'wohnbau',
  company_roles: groups,
  department: department ? [department] : [],
});

let admin: Client;
let author: Client;
let stranger: Client;
beforeAll(async () => {
  admin = await hub.signIn(fromProvider('admin', ['admin', 'GG-Alle']));
  author = await hub.signIn(fromProvider('author', ['GG-Wissen', 'GG-Alle'], 'Abt. Häuser & Höfe'));
  stranger = await hub.signIn(employee('neighbour', 'stadtwerke', ['admin', 'editor']));
});

const tableOf = (client: Client, company = 'wohnbau') => ask<Table | null>(client, 'claimTable', { company });
const input = async (rules: object[], basedOn?: string) => ({
  input: { company: 'wohnbau', basedOn: basedOn ?? (await tableOf(admin))?.version, rules },
});
const line = (value: string, meaning: { role?: string; department?: string } = {}, claim = 'ROLE') => ({ claim, value, ...meaning });
const lines = [
  line('GG-Wissen', { role: 'AUTHOR' }),
  line('GG-Wissen', { role: 'EDITOR' }),
  line('Abt. Häuser & Höfe', { department: 'hausverwaltung' }, 'DEPARTMENT'),
];
const rights = (client: Client) =>
  ask<{ memberships: { roles: string[]; department: { slug: string } | null }[] }>(client, 'viewer').then(
    ({ memberships }) => memberships[0],
  );

describe('claimTable', () => {
  it('shows the company’s admin what was said of how many people', async () => {
    const table = await tableOf(admin);
    expect(table?.rules).toEqual([]);
    expect(table?.seen).toEqual([
      { claim: 'ROLE', value: 'GG-Alle', people: 2, roles: [], department: null },
      { claim: 'ROLE', value: 'admin', people: 1, roles: ['ADMIN'], department: null },
      { claim: 'ROLE', value: 'GG-Wissen', people: 1, roles: [], department: null },
      { claim: 'DEPARTMENT', value: 'Abt. Häuser & Höfe', people: 1, roles: [], department: null },
    ]);
  });

  it('is there for nobody else, as if there were no such company', async () => {
    expect(await tableOf(author)).toBeNull();
    expect(await tableOf(stranger)).toBeNull();
    expect(await tableOf(admin, 'nirgendwo')).toBeNull();
    expect(await tableOf(hub.stranger)).toMatchObject(notSignedIn);
    expect(await tableOf(await hub.signIn({ sub: 'guest' }))).toMatchObject(notForYou);
  });

  it('shows the office the lines, and not what is said of people', async () => {
    const office = await hub.signIn({ ...employee('office', 'verwaltung'), realm_access: { roles: ['office'] } });
    expect(await tableOf(office)).toMatchObject({ rules: [], seen: [] });
    expect(await ask(office, 'saveClaimTable', await input([]))).toMatchObject(missing);
  });
});

describe('claimTablePreview', () => {
  it('says whom a table would change, and changes nothing', async () => {
    const before = await rights(author);
    expect(await ask(admin, 'claimTablePreview', await input(lines))).toEqual({
      __typename: 'ClaimTablePreview',
      changed: 1,
      unchanged: 1,
      changes: [{ person: { name: 'author' }, gained: ['AUTHOR', 'EDITOR'], lost: [], before: null, after: { slug: 'hausverwaltung' } }],
    });
    expect(await rights(author)).toEqual(before);
  });

  it('is for the company’s admins alone', async () => {
    for (const client of [author, stranger]) expect(await ask(client, 'claimTablePreview', await input(lines))).toBeNull();
  });
});

describe('saveClaimTable', () => {
  it('acts on everybody at once, and on who comes later', async () => {
    const saved = await ask<{ changed: number; table: Table }>(admin, 'saveClaimTable', await input(lines));
    expect(saved).toMatchObject({ __typename: 'ClaimTableSaved', changed: 1 });
    expect(saved.table.rules).toHaveLength(3);
    expect(await rights(author)).toEqual({
      company: { slug: 'wohnbau' },
      roles: ['AUTHOR', 'EDITOR', 'EMPLOYEE'],
      department: { slug: 'hausverwaltung' },
    });
    const later = await hub.signIn(fromProvider('later', ['GG-Wissen']));
    expect((await rights(later))?.roles).toEqual(['AUTHOR', 'EDITOR', 'EMPLOYEE']);
    const [event] = await query(hub.database.superuser, 'select what, actor_id, detail from organisation_event');
    expect(event).toEqual({ what: 'claim-table-changed', actor_id: admin.personId, detail: '3' });
  });

  it('takes away what a line no longer gives', async () => {
    await ask(admin, 'saveClaimTable', await input([line('GG-Wissen', { role: 'AUTHOR' })]));
    expect(await rights(author)).toMatchObject({ roles: ['AUTHOR', 'EMPLOYEE'], department: null });
  });

  it('saved over another one changes nothing and shows that', async () => {
    const { version } = (await tableOf(admin)) ?? {};
    await ask(admin, 'saveClaimTable', await input(lines));
    const moved = await ask<{ theirs: Table }>(admin, 'saveClaimTable', await input([], version));
    expect(moved).toMatchObject({ __typename: 'ClaimTableMoved' });
    expect(moved.theirs.rules).toHaveLength(3);
    expect((await rights(author))?.roles).toContain('EDITOR');
  });

  it('of two saved at the same moment keeps one whole', async () => {
    const both = await Promise.all([input([line('A', { role: 'AUTHOR' })]), input([line('B', { role: 'EDITOR' })])]);
    const answers = await Promise.all(both.map((one) => ask<{ __typename: string }>(admin, 'saveClaimTable', one)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['ClaimTableMoved', 'ClaimTableSaved']);
    expect((await tableOf(admin))?.rules).toHaveLength(1);
  });

  it('does not let an admin take the role from themselves', async () => {
    expect(await ask(admin, 'saveClaimTable', await input([line('admin')]))).toEqual({
      __typename: 'InvalidInput',
      fields: [{ path: ['rules'], code: 'own-admin', limit: null }],
    });
    expect((await rights(admin))?.roles).toContain('ADMIN');
  });

  it.each([
    ['an unknown department', [line('X', { department: 'licht' })], { path: ['rules', '0', 'department'], code: 'unknown' }],
    ['no value', [line('')], { path: ['rules', '0', 'value'], code: 'required' }],
    ['a value of 300 characters', [line('ä'.repeat(300))], { path: ['rules', '0', 'value'], code: 'too-long' }],
    [
      'role and department in one line',
      [line('X', { role: 'AUTHOR', department: 'hausverwaltung' })],
      { path: ['rules', '0'], code: 'invalid' },
    ],
    ['the role everybody has', [line('X', { role: 'EMPLOYEE' })], { path: ['rules', '0', 'role'], code: 'invalid' }],
    ['more than 500 lines', Array.from({ length: 501 }, (_, n) => line(`g${n}`)), { path: ['rules'], code: 'too-many' }],
  ])('refuses %s at its field', async (_, rules, field) => {
    expect(await ask(admin, 'saveClaimTable', await input(rules))).toMatchObject({ fields: [field] });
  });

  it('takes what looks like something else for what it is', async () => {
    const hostile = ['__proto__', "x' or true --", '<script>alert(1)</script>', 'constructor'].map((value) =>
      line(value, { role: 'AUTHOR' }),
    );
    expect(await ask(admin, 'saveClaimTable', await input(hostile))).toMatchObject({ __typename: 'ClaimTableSaved', changed: 0 });
    expect((await tableOf(admin))?.rules.map(({ value }) => value).sort()).toEqual(hostile.map(({ value }) => value).sort());
  });

  it('is for the company’s admins alone, and hidden is missing', async () => {
    const rules = await input(lines);
    expect(await ask(author, 'saveClaimTable', rules)).toMatchObject(missing);
    expect(await ask(stranger, 'saveClaimTable', rules)).toMatchObject(missing);
    expect(await ask(stranger, 'saveClaimTable', { input: { ...rules.input, company: 'nirgendwo' } })).toMatchObject(missing);
    expect(await ask(hub.stranger, 'saveClaimTable', rules)).toMatchObject(notSignedIn);
  });

  it('keeps hundreds of groups of somebody, and what is too long for a group not', async () => {
    const groups = Array.from({ length: 250 }, (_, n) => `GG-Gruppe-${n}-Äöß`);
    const many = await hub.signIn(fromProvider('many', [...groups, 'author']));
    expect((await rights(many))?.roles).toEqual(['AUTHOR', 'EMPLOYEE']);
    const count = () =>
      query<{ count: number }>(hub.database.superuser, 'select count(*)::int from membership_claim where person_id = $1', [many.personId]);
    expect(await count()).toEqual([{ count: 251 }]);
    await hub.signIn(fromProvider('many', ['author']));
    expect(await count()).toEqual([{ count: 1 }]);
    await hub.signIn({ sub: 'many' });
    expect(await count()).toEqual([{ count: 0 }]);
  });
});
