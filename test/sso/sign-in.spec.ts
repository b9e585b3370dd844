// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { companies } from './support/companies.js';
import { addArguments, realmCommand } from './support/company-realms.js';
import { newColleague } from './support/people.js';
import { signIn } from './support/sign-in.js';
import { describeSso } from './support/sso.js';
import { viewerOf } from './support/viewer.js';

describeSso('a first sign-in', (sso) => {
  it.each(companies)('from $alias ($kind) asks nothing and brings what the company says', async ({ alias }) => {
    const who = await newColleague(sso, alias, { firstName: 'Änne', lastName: 'Groß', groups: ['author', 'Kegelclub'] });
    const { client } = await signIn(sso, who);
    expect(await viewerOf(client)).toEqual({
      person: { name: 'Änne Groß' },
      memberships: [{ company: { slug: alias }, department: null, roles: ['AUTHOR', 'EMPLOYEE'] }],
      groupRoles: [],
    });
  });

  it('gives the same person each time', async () => {
    const who = await newColleague(sso, 'stadtwerke');
    const [first, second] = [await signIn(sso, who), await signIn(sso, who)];
    expect(second.client.personId).toBe(first.client.personId);
  });

  it('of two people with one mail address from two companies makes two', async () => {
    const email = 'auskunft@stadtwerke.example';
    const [one, other] = [await newColleague(sso, 'stadtwerke', { email }), await newColleague(sso, 'wohnbau', { email })];
    const [first, second] = [await signIn(sso, one), await signIn(sso, other)];
    expect(second.client.personId).not.toBe(first.client.personId);
    expect((await viewerOf(second.client)).memberships.map(({ company }) => company.slug)).toEqual(['wohnbau']);
  });
});

describeSso('npm run realm', (sso) => {
  it('finds the realm as its file says', async () => {
    expect(await realmCommand(sso, ['check'])).toEqual({ code: 0, said: 'The realm konzern-stadt is as its file says.\n' });
  });

  it.each(companies)('has nothing to do when $alias is added once more', async (company) => {
    expect((await realmCommand(sso, addArguments(sso, company))).said).toBe(`${company.alias} is as described; nothing to do.\n`);
  });

  it('shows what would change and changes nothing unless it is told to', async () => {
    const [company] = companies;
    if (!company) throw new Error('no company');
    const args = addArguments(sso, company, '--roles-claim', 'ks_roles').filter((one) => one !== '--apply');
    const first = await realmCommand(sso, args);
    expect(first).toMatchObject({ code: 1 });
    expect(first.said).toContain('Change the mapper "roles and groups"\n      config.claim: groups -> ks_roles');
    expect((await realmCommand(sso, args)).said).toBe(first.said);
  });

  it('shows who signs in how', async () => {
    const { said } = await realmCommand(sso, ['show']);
    expect(said).toMatch(/^stadtwerke .* stadtwerke\.example .*OpenID Connect$/m);
    expect(said).toMatch(/^klinikum .* SAML$/m);
  });

  it('says what is wrong with an address that is no provider', async () => {
    const { code, said } = await realmCommand(sso, [
      'add',
      'hafen',
      '--name',
      'Hafen',
      '--domain',
      'hafen.example',
      '--saml',
      `${sso.hub}/hilfe`,
    ]);
    expect(code).toBe(2);
    expect(said).toMatch(/Keycloak cannot read|holds no metadata/);
  });
});
