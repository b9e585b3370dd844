// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';
import type { Identity } from '../support/realm.js';
import { Client } from '../support/client.js';

const hub = useHub();

const wayOf = async (mailDomain: string, client: Client = hub.stranger) =>
  (
    await client.request<{ signInWay: object | null }>('query ($d: String!) { signInWay(mailDomain: $d) { slug provider } }', {
      d: mailDomain,
    })
  ).signInWay;

describe('where one signs in', () => {
  it('tells a stranger the companies, the administration first, and which has a provider of its own', async () => {
    const { signInWays } = await hub.stranger.request<{ signInWays: object[] }>('{ signInWays { slug shortName provider } }');
    expect(signInWays).toEqual([
      { slug: 'verwaltung', shortName: 'Stadtverwaltung', provider: null },
      { slug: 'klinikum', shortName: 'Klinikum', provider: 'klinikum' },
      { slug: 'stadtwerke', shortName: 'Stadtwerke', provider: 'stadtwerke' },
      { slug: 'wohnbau', shortName: 'Wohnbau', provider: 'wohnbau' },
    ]);
  });

  it('tells nobody more than that', async () => {
    for (const field of ['leaverWay', 'sessionMinutes', 'signOutAtProvider', 'mailDomains']) {
      const { errors } = await hub.stranger.send(`{ signInWays { ${field} } }`);
      expect(errors).toHaveLength(1);
    }
  });

  it('goes by each domain of a company, however it is typed', async () => {
    await query(hub.database.migrations, `insert into company_mail_domain (domain, company_id) values ('netz.stadtwerke.example', $1)`, [
      hub.companies.stadtwerke.id,
    ]);
    const stadtwerke = { slug: 'stadtwerke', provider: 'stadtwerke' };
    expect(await wayOf('stadtwerke.example')).toEqual(stadtwerke);
    expect(await wayOf(' Netz.Stadtwerke.Example ')).toEqual(stadtwerke);
    expect(await wayOf('example')).toBeNull();
    expect(await wayOf('stadtwerke.example.evil.example')).toBeNull();
  });

  it.each(['', '%', "' or true --", '\u0000', '\ud800', 'x'.repeat(300), 'stadtwerke.example\n'])('finds nobody at %j', async (domain) => {
    expect(await wayOf(domain.replace(/\n$/, '.'))).toBeNull();
  });

  it('gives a domain to one company alone, in small letters', async () => {
    const insert = (domain: string) =>
      query(hub.database.migrations, 'insert into company_mail_domain (domain, company_id) values ($1, $2)', [
        domain,
        hub.companies.wohnbau.id,
      ]);
    await expect(insert('klinikum.example')).rejects.toThrow(/company_mail_domain_pkey/);
    await expect(insert('Wohnbau.example')).rejects.toThrow(/check/);
    await expect(insert('a@b.example')).rejects.toThrow(/check/);
  });
});

describe('the rule of a session', () => {
  const ruleFor = async (identity: Identity) => {
    const client = new Client(hub.url, await hub.realm.token(identity));
    const { signIn } = await client.request<{ signIn: { sessionRule: object | null } }>(
      'mutation { signIn { ... on SignedIn { provider sessionRule { signOutAtProvider leaverWay sessionMinutes } } } }',
    );
    return signIn.sessionRule;
  };

  it('is the one of the company whose provider signed the person in', async () => {
    const both = {
      ...employee('two-jobs', 'klinikum'),
      organization: { klinikum: {}, stadtwerke: {} },
      identity_provider: 'klinikum',
    };
    const klinikum = { signOutAtProvider: false, leaverWay: 'SHORT_SESSION', sessionMinutes: 60 };
    expect(await ruleFor(both)).toEqual(klinikum);
    expect(await ruleFor({ ...both, identity_provider: 'stadtwerke' })).toEqual({
      signOutAtProvider: true,
      leaverWay: 'BROKER_TOKEN',
      sessionMinutes: null,
    });
  });

  it('is that of the company for an account of the realm itself', async () => {
    expect(await ruleFor(employee('clerk', 'verwaltung'))).toMatchObject({ leaverWay: 'HUB_ONLY' });
  });

  it('is no other company’s, whatever the token calls the provider', async () => {
    expect(await ruleFor({ ...employee('odd', 'wohnbau'), identity_provider: 'klinikum' })).toBeNull();
    expect(await ruleFor({ sub: 'guest', name: 'Guest', identity_provider: 'klinikum' })).toBeNull();
    const office = { ...employee('head', 'verwaltung'), realm_access: { roles: ['office'] }, identity_provider: 'klinikum' };
    expect(await ruleFor(office)).toBeNull();
  });

  it.each([
    ['a provider to be asked', `leaver_way = 'broker-token', provider = null`],
    ['a length', `leaver_way = 'short-session', session_minutes = null`],
    ['no length', `leaver_way = 'hub-only', session_minutes = 30`],
    ['a length of five minutes at least', `leaver_way = 'short-session', session_minutes = 4`],
  ])('needs %s', async (_, change) => {
    await expect(query(hub.database.migrations, `update company_sign_in set ${change} where provider = 'wohnbau'`)).rejects.toThrow(
      /check/,
    );
  });
});
