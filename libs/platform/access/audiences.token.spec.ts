// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readAccessToken } from './token-verifier.checks.js';

const now = 1_800_000_000;
const expected = {
  issuer: 'https://realm.example',
  audience: 'konzern-stadt-api',
  authorizedParties: ['konzern-stadt-web'],
  leewaySeconds: 30,
  nowSeconds: now,
};
const claims = {
  iss: expected.issuer,
  aud: [expected.audience, 'account'],
  azp: 'konzern-stadt-web',
  typ: 'Bearer',
  sub: 'mirjam',
  iat: now,
  exp: now + 300,
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (change: object, header: object = {}): string =>
  `${part({ alg: 'RS256', kid: 'k', typ: 'JWT', ...header })}.${part({ ...claims, ...change })}.c2ln`;

/** keycloak-connect checks some of this again; here each check stands alone, so that none of ours can be lost behind one of theirs. */
describe('a token, before anybody looks at its signature', () => {
  it('names whom it was given to', () => {
    expect(readAccessToken(token({}), expected)).toMatchObject({ kid: 'k', claims: { sub: 'mirjam' } });
    expect(readAccessToken(token({ exp: now - 29, nbf: now + 29, iat: now + 29 }), expected).claims.sub).toBe('mirjam');
  });

  it.each([
    ['typ', { typ: 'ID' }],
    ['typ', { typ: 'Refresh' }],
    ['iss', { iss: 'https://other-realm.example' }],
    ['iss', { iss: `${expected.issuer}/` }],
    ['aud', { aud: 'account' }],
    ['aud', { aud: [] }],
    ['azp', { azp: 'another-client' }],
    ['exp', { exp: now - 31 }],
    ['exp too far away', { exp: now + 2 * 24 * 60 * 60 }],
    ['nbf', { nbf: now + 31 }],
    ['iat', { iat: now + 31 }],
    ['claims', { sub: '' }],
    ['claims', { exp: 'soon' }],
    ['claims', { exp: undefined }],
    ['claims', { sub: undefined }],
  ])('is refused for its %s: %j', (check, change) => {
    expect(() => readAccessToken(token(change), expected)).toThrow(`access token refused: ${check}`);
  });

  it.each([{ alg: 'none' }, { alg: 'HS256' }, { alg: 'RS512' }, { crit: ['exp'] }, { kid: '' }, { typ: 'logout+jwt' }])(
    'is refused with the header %j',
    (header) => {
      expect(() => readAccessToken(token({}, header), expected)).toThrow('access token refused: header');
    },
  );

  it.each(['', 'a', 'a.b', 'a.b.c.d', `${token({})} `, token({}).replace('.', '..'), `${'a'.repeat(13_000)}.b.c`])(
    'is refused when it has another form',
    (text) => {
      expect(() => readAccessToken(text, expected)).toThrow('access token refused: form');
    },
  );
});
