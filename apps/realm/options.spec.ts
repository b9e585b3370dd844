// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readAddOptions } from './options.ts';

const oidc = ['--oidc', 'https://login.stadtwerke.example/.well-known/openid-configuration', '--client-id', 'konzern-stadt'];
const complete = ['stadtwerke', '--name', 'Stadtwerke', '--domain', 'Stadtwerke.Example', ...oidc];

describe('realm add', () => {
  it('takes what is usual for everything that is not said', () => {
    expect(readAddOptions(complete)).toEqual({
      alias: 'stadtwerke',
      name: 'Stadtwerke',
      domains: ['stadtwerke.example'],
      kind: 'oidc',
      source: oidc[1],
      clientId: 'konzern-stadt',
      newSecret: false,
      claims: { roles: 'groups', department: 'department', mail: 'email', givenName: 'given_name', familyName: 'family_name' },
      signOutThere: true,
      apply: false,
    });
  });

  it('takes other claims, several domains, and no claim at all', () => {
    const options = readAddOptions([...complete, '--domain', 'swh.example', '--roles-claim', 'ks_roles', '--department-claim', 'none']);
    expect(options).toMatchObject({ domains: ['stadtwerke.example', 'swh.example'], claims: { roles: 'ks_roles', department: null } });
  });

  it.each([
    ['no company', complete.slice(1), 'Name one company'],
    ['two companies', ['wohnbau', ...complete], 'Name one company'],
    ['an alias that is no slug', ['Stadt Werke', ...complete.slice(1)], 'Name one company'],
    ['no name', complete.filter((_, index) => index !== 1 && index !== 2), '--name is missing'],
    ['no domain', complete.filter((_, index) => index !== 3 && index !== 4), '--domain is missing'],
    ['a domain with an address in it', [...complete, '--domain', 'info@stadtwerke.example'], 'is no domain'],
    ['both kinds', [...complete, '--saml', 'metadata.xml'], 'either --oidc or --saml'],
    ['neither kind', complete.slice(0, 5), 'either --oidc or --saml'],
    ['no client id', complete.slice(0, 7), '--client-id is missing'],
    ['an option that does not exist', [...complete, '--force'], '--help'],
  ])('says what is wrong with %s', (_, args, sentence) => {
    expect(() => readAddOptions(args)).toThrow(sentence);
  });
});
