// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Company, identityProvider, mappers, usualClaims } from './company.ts';
import { firstSignIn } from './file/flows.ts';

const company = (kind: 'oidc' | 'saml', changes: Partial<Company> = {}): Company => ({
  alias: 'stadtwerke',
  name: 'Stadtwerke',
  domains: ['stadtwerke.example'],
  provider: kind === 'oidc' ? { kind, clientId: 'c', clientSecret: 's' } : { kind, entityId: 'https://login.example/realms/konzern-stadt' },
  claims: usualClaims[kind],
  signOutThere: true,
  ...changes,
});

describe.each(['oidc', 'saml'] as const)('a company with %s', (kind) => {
  it('brings today’s claims at every sign-in', () => {
    const all = mappers(company(kind));
    expect(all.map(({ config }) => config['syncMode'])).toEqual(all.map(() => 'FORCE'));
    expect(identityProvider(company(kind), {})).toMatchObject({ config: { syncMode: 'FORCE' }, firstBrokerLoginFlowAlias: firstSignIn });
  });

  it('names accounts by what is never given to somebody else', () => {
    const named = mappers(company(kind)).find(({ name }) => name === 'user name');
    expect(named?.config['template']).toBe(kind === 'oidc' ? '${ALIAS}.${CLAIM.sub}' : '${ALIAS}.${NAMEID}');
  });

  it('is found by its domain, or by each of several', () => {
    const domain = (domains: string[]): unknown =>
      (identityProvider(company(kind, { domains }), {})['config'] as Record<string, string>)['kc.org.domain'];
    expect(domain(['a.example'])).toBe('a.example');
    expect(domain(['a.example', 'b.example'])).toBe('ANY');
  });

  it('maps no claim the company does not have', () => {
    const claims = { ...usualClaims[kind], roles: null, department: null };
    expect(mappers(company(kind, { claims })).map(({ name }) => name)).toEqual(['user name', 'mail address', 'given name', 'family name']);
  });

  it('lets nothing discovered loosen what is decided', () => {
    const { config } = identityProvider(company(kind), { validateSignature: 'false', syncMode: 'IMPORT', authorizationUrl: 'x' });
    expect(config).toMatchObject({ validateSignature: 'true', syncMode: 'FORCE', authorizationUrl: 'x' });
  });
});

it('sends no secret when the one that is there shall stay', () => {
  const kept = company('oidc', { provider: { kind: 'oidc', clientId: 'c', clientSecret: null } });
  expect(identityProvider(kept, {})['config']).not.toHaveProperty('clientSecret');
});
