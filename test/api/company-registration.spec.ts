// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

let office: Client;
let admin: Client;
let companyId: string;
beforeAll(async () => {
  office = await hub.signIn({ ...employee('koordination', 'verwaltung'), realm_access: { roles: ['office'] } });
  admin = await hub.signIn(employee('admin', 'wohnbau', ['admin']));
  companyId = hub.companies.wohnbau.id;
});

const company = (slug: string, more: object = {}) => ({
  input: {
    slug,
    kind: 'MUNICIPAL_COMPANY',
    nameDe: 'Häfen & Lager',
    nameEn: 'Ports and storage',
    shortName: 'Häfen',
    headCount: 120,
    functionAddress: `wissen@${slug}.example`,
    mailDomains: [`${slug}.example`],
    ...more,
  },
});
const create = (slug: string, more?: object, client = office) => ask(client, 'createCompany', company(slug, more));

describe('createCompany', () => {
  it('makes a company whose people can come in, and its first admin by a group', async () => {
    const rules = [
      { value: 'GG-Hub-Admin', role: 'ADMIN' },
      { value: 'GG-Hub-Admin', role: 'ADMIN' },
    ];
    expect(await create('haefen', { mailDomains: ['Haefen.example', 'lager.example', 'haefen.example'], rules })).toEqual({
      __typename: 'CompanyCreated',
      company: { slug: 'haefen', headCount: 120 },
    });
    const first = await hub.signIn({
      sub: 'erste',
      name: 'Erste',
      email: 'erste@lager.example',
      organization: { haefen: {} },
      identity_provider: 'haefen',
      company_roles: ['GG-Hub-Admin'],
    });
    expect(await ask(first, 'viewer')).toMatchObject({
      person: { mail: 'erste@lager.example' },
      memberships: [{ company: { slug: 'haefen' }, roles: ['ADMIN', 'EMPLOYEE'] }],
    });
    const events = await query(hub.database.superuser, `select what, actor_id from organisation_event where what = 'company-created'`);
    expect(events).toEqual([{ what: 'company-created', actor_id: office.personId }]);
  });

  it.each([
    ['a name in addresses that is taken', { slug: 'wohnbau' }, { path: ['slug'], code: 'taken' }],
    ['a domain of another company', { mailDomains: ['neu.example', 'WOHNBAU.example'] }, { path: ['mailDomains', '1'], code: 'taken' }],
    ['no domain', { mailDomains: [] }, { path: ['mailDomains'], code: 'required' }],
    ['what is no domain', { mailDomains: ['a@b.example'] }, { path: ['mailDomains', '0'], code: 'invalid' }],
    ['a name in addresses with blanks', { slug: 'zwei worte' }, { path: ['slug'], code: 'invalid' }],
    ['no name', { nameDe: ' ' }, { path: ['nameDe'], code: 'required' }],
    ['fewer than no people', { headCount: -1 }, { path: ['headCount'], code: 'invalid' }],
    ['no address', { functionAddress: 'wissen' }, { path: ['functionAddress'], code: 'invalid' }],
    ['the role everybody has', { rules: [{ value: 'x', role: 'EMPLOYEE' }] }, { path: ['rules', '0', 'role'], code: 'invalid' }],
  ])('refuses %s at its field', async (_, fault, field) => {
    expect(await create('neu', fault)).toMatchObject({ __typename: 'InvalidInput', fields: [field] });
  });

  it('of two at the same moment makes one', async () => {
    const answers = await Promise.all([create('doppelt'), create('doppelt', { mailDomains: ['anders.example'] })]);
    expect(answers.filter((answer) => (answer as { __typename?: string }).__typename === 'CompanyCreated')).toHaveLength(1);
    expect(await query(hub.database.superuser, `select 1 from company where slug = 'doppelt'`)).toHaveLength(1);
  });

  it('is for the office alone', async () => {
    expect(await create('fremd', {}, admin)).toMatchObject(notForYou);
    expect(await create('fremd', {}, hub.stranger)).toMatchObject(notSignedIn);
    expect(await query(hub.database.superuser, `select 1 from company where slug = 'fremd'`)).toEqual([]);
  });
});

describe('companySignIn', () => {
  const save = (input: object, client = admin) =>
    ask(client, 'saveCompanySignIn', { input: { companyId, signOutAtProvider: true, leaverWay: 'HUB_ONLY', ...input } });

  it('is changed by the company’s admins and seen by its people', async () => {
    expect(await save({ leaverWay: 'SHORT_SESSION', sessionMinutes: 60 })).toMatchObject({
      settings: { signOutAtProvider: true, leaverWay: 'SHORT_SESSION', sessionMinutes: 60, mailDomains: ['wohnbau.example'] },
    });
    const colleague = await hub.signIn(employee('nora', 'wohnbau'));
    expect(await ask(colleague, 'companySignIn', { companyId })).toMatchObject({ leaverWay: 'SHORT_SESSION', sessionMinutes: 60 });
    expect(await save({})).toMatchObject({ settings: { leaverWay: 'HUB_ONLY', sessionMinutes: null } });
  });

  it.each([
    ['a short session without minutes', { leaverWay: 'SHORT_SESSION' }, 'sessionMinutes'],
    ['minutes without a short session', { sessionMinutes: 30 }, 'sessionMinutes'],
    ['four minutes', { leaverWay: 'SHORT_SESSION', sessionMinutes: 4 }, 'sessionMinutes'],
  ])('refuses %s at its field', async (_, input, field) => {
    expect(await save(input)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: [field] }] });
  });

  it('asks a provider only where there is one', async () => {
    expect(await save({ leaverWay: 'BROKER_TOKEN' })).toMatchObject({ settings: { leaverWay: 'BROKER_TOKEN', provider: 'wohnbau' } });
    await query(hub.database.superuser, `update company_sign_in set leaver_way = 'hub-only', provider = null where company_id = $1`, [
      companyId,
    ]);
    expect(await save({ leaverWay: 'BROKER_TOKEN' })).toMatchObject({ fields: [{ path: ['leaverWay'], code: 'invalid' }] });
  });

  it('is nobody else’s, and hidden is missing', async () => {
    const foreign = await hub.signIn(employee('fremd', 'klinikum', ['admin']));
    expect(await ask(foreign, 'companySignIn', { companyId })).toBeNull();
    expect(await save({}, foreign)).toMatchObject(missing);
    expect(await save({}, office)).toMatchObject(missing);
    expect(await save({}, await hub.signIn(employee('nora', 'wohnbau')))).toMatchObject(missing);
    expect(await save({}, hub.stranger)).toMatchObject(notSignedIn);
  });
});
