// SPDX-License-Identifier: EUPL-1.2
import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SigningKeys } from './signing-keys.js';
import { KeycloakTokenVerifier } from './token-verifier.keycloak.js';
import { TokenRefused, type TokenRefusal } from './token-verifier.js';

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [realm, next, foreign] = [rsa(), rsa(), rsa()];
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const issuer = 'http://127.0.0.1:3002/realms/konzern-stadt';
const start = 1_800_000_000;

const claims = () => ({
  iss: issuer,
  aud: ['konzern-stadt-api', 'account'],
  azp: 'konzern-stadt-web',
  typ: 'Bearer',
  sub: 'e6f4d2f0-6a0e-5d0f-9d4e-0d8a5f3f2b11',
  sid: 'session',
  iat: start,
  exp: start + 300,
  realm_access: { roles: ['office'] },
  organization: { wohnbau: { id: 'c1' } },
  company_roles: ['wohnbau:author'],
  department: ['wohnbau:hauswartung'],
});

const encode = (part: unknown) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const unsigned = (header: object, payload: unknown) => `${encode({ typ: 'JWT', kid: 'current', ...header })}.${encode(payload)}`;

function token(payload: unknown = claims(), header: object = {}, key: KeyObject = realm.privateKey): string {
  const text = unsigned({ alg: 'RS256', ...header }, payload);
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

const changed = (changes: object) => token({ ...claims(), ...changes });

function without(claim: keyof ReturnType<typeof claims>): string {
  return token(Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim)));
}

function symmetric(secret: string | Buffer): string {
  const text = unsigned({ alg: 'HS256' }, claims());
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function elliptic(): string {
  const text = unsigned({ alg: 'ES256' }, claims());
  return `${text}.${sign('SHA256', Buffer.from(text), { key: curve.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function tampered(): string {
  const [header, , signature] = token().split('.');
  return `${header}.${encode({ ...claims(), realm_access: { roles: ['auditor'] } })}.${signature}`;
}

const publicPem = realm.publicKey.export({ type: 'spki', format: 'pem' });

describe('token verifier', () => {
  let published: Record<string, KeyObject>;
  let reachable: boolean;
  let seconds: number;
  const asked = vi.fn();

  function verifier(options = {}): KeycloakTokenVerifier {
    const now = () => seconds * 1000;
    const keys = new SigningKeys({
      url: `${issuer}/protocol/openid-connect/certs`,
      spacingMs: 10,
      now,
      fetch: async (url) => {
        asked(url);
        if (!reachable) throw new TypeError('fetch failed');
        return Response.json({ keys: Object.entries(published).map(([kid, key]) => ({ ...key.export({ format: 'jwk' }), kid })) });
      },
    });
    return new KeycloakTokenVerifier({
      issuer,
      audience: 'konzern-stadt-api',
      authorizedParties: ['konzern-stadt-web'],
      keys,
      now,
      ...options,
    });
  }

  const refusal = (bearer: string | null | undefined, by = verifier()): Promise<TokenRefusal | 'accepted'> =>
    by.verify(bearer).then(
      () => 'accepted' as const,
      (error: unknown) => {
        if (error instanceof TokenRefused) return error.code;
        throw error;
      },
    );

  beforeEach(() => {
    published = { current: realm.publicKey };
    reachable = true;
    seconds = start + 10;
    asked.mockClear();
  });

  it('gives the typed claims of a good token, frozen, without what the hub does not read', async () => {
    const verified = await verifier().verify(changed({ secret_of_the_realm: 1 }));
    expect(verified).toMatchObject({ sub: claims().sub, organization: { wohnbau: { id: 'c1' } }, company_roles: ['wohnbau:author'] });
    expect(verified).not.toHaveProperty('secret_of_the_realm');
    expect(() => verified.company_roles.push('klinikum:admin')).toThrow(TypeError);
  });

  it('gives empty lists to a guest', async () => {
    const { organization, company_roles, department, ...guest } = claims();
    expect([organization, company_roles, department]).toHaveLength(3);
    expect(await verifier().verify(token(guest))).toMatchObject({ organization: {}, company_roles: [], department: [] });
  });

  it('passes over a group whose name is no name, and keeps the others', async () => {
    const verified = await verifier().verify(changed({ company_roles: ['wohnbau:author', '', 'x'.repeat(256)] }));
    expect(verified.company_roles).toEqual(['wohnbau:author']);
  });

  it('takes a very long name, and none', async () => {
    expect((await verifier().verify(changed({ name: 'Ä'.repeat(511) }))).name).toHaveLength(511);
    expect((await verifier().verify(changed({ name: '' }))).name).toBe('');
  });

  const mustFail: [string, () => string | null | undefined, TokenRefusal][] = [
    ['none at all', () => undefined, 'missing'],
    ['an empty one', () => '', 'missing'],
    ['garbage', () => randomBytes(60).toString('base64'), 'invalid'],
    ['two parts', () => unsigned({ alg: 'RS256' }, claims()), 'invalid'],
    ['four parts', () => `${token()}.x`, 'invalid'],
    ['surrounding space', () => ` ${token()}`, 'invalid'],
    ['the same signature written differently', () => `${token()}=`, 'invalid'],
    ['one megabyte', () => changed({ name: 'x'.repeat(1_000_000) }), 'invalid'],
    ['a megabyte without dots', () => 'a'.repeat(1_000_000), 'invalid'],
    ['a payload that is no JSON', () => token('{'), 'invalid'],
    ['a payload that is null', () => token('null'), 'invalid'],
    ['a payload that is a list', () => token([claims()]), 'invalid'],
    ['no algorithm', () => `${unsigned({ alg: 'none' }, claims())}.`, 'invalid'],
    ['no algorithm, but a signature', () => token(claims(), { alg: 'none' }), 'invalid'],
    ['RS256 in lower case', () => token(claims(), { alg: 'rs256' }), 'invalid'],
    ['HS256 with the public key as secret', () => symmetric(publicPem), 'invalid'],
    ['ES256', elliptic, 'invalid'],
    ['RS512 announced', () => token(claims(), { alg: 'RS512' }), 'invalid'],
    ['a critical extension', () => token(claims(), { crit: ['b64'], b64: false }), 'invalid'],
    ['a logout token by its header', () => token(claims(), { typ: 'logout+jwt' }), 'invalid'],
    ['no key id', () => token(claims(), { kid: undefined }), 'invalid'],
    ['a key id that is a list', () => token(claims(), { kid: ['current'] }), 'invalid'],
    ['an unknown key id', () => token(claims(), { kid: '../../etc/passwd' }), 'invalid'],
    ["another realm's key", () => token(claims(), {}, foreign.privateKey), 'invalid'],
    ['a key brought along', () => token(claims(), { jwk: foreign.publicKey.export({ format: 'jwk' }) }, foreign.privateKey), 'invalid'],
    ['a changed payload', tampered, 'invalid'],
    ['no signature', () => `${token().split('.').slice(0, 2).join('.')}.`, 'invalid'],
    ["another realm's issuer", () => changed({ iss: 'http://127.0.0.1:3002/realms/master' }), 'invalid'],
    ['the issuer with a slash', () => changed({ iss: `${issuer}/` }), 'invalid'],
    ['no issuer', () => without('iss'), 'invalid'],
    ['another audience', () => changed({ aud: ['account'] }), 'invalid'],
    ['an audience that begins like ours', () => changed({ aud: 'konzern-stadt-api-test' }), 'invalid'],
    ['no audience', () => without('aud'), 'invalid'],
    ['another client', () => changed({ azp: 'some-other-client' }), 'invalid'],
    ['no client', () => without('azp'), 'invalid'],
    ['an ID token', () => changed({ typ: 'ID', aud: 'konzern-stadt-web' }), 'invalid'],
    ['an ID token for the API', () => changed({ typ: 'ID' }), 'invalid'],
    ['a refresh token', () => changed({ typ: 'Refresh', aud: issuer }), 'invalid'],
    ['no type', () => without('typ'), 'invalid'],
    ['no subject', () => without('sub'), 'invalid'],
    ['an empty subject', () => changed({ sub: '' }), 'invalid'],
    ['a subject that is a number', () => changed({ sub: 1 }), 'invalid'],
    ['roles that are no list', () => changed({ company_roles: 'wohnbau:admin' }), 'invalid'],
    ['expired', () => changed({ exp: start - 60 }), 'expired'],
    ['expired in 1970', () => changed({ exp: 0 }), 'expired'],
    ['no expiry', () => without('exp'), 'invalid'],
    ['expiry as text', () => changed({ exp: String(start + 300) }), 'invalid'],
    ['expiry null', () => changed({ exp: null }), 'invalid'],
    ['expiry in milliseconds', () => changed({ exp: (start + 300) * 1000 }), 'invalid'],
    ['expiry at infinity', () => token(JSON.stringify(claims()).replace(String(start + 300), '1e999')), 'invalid'],
    ['not yet valid', () => changed({ nbf: start + 100 }), 'invalid'],
    ['not-before as text', () => changed({ nbf: 'now' }), 'invalid'],
    ['issued in the future', () => changed({ iat: start + 100 }), 'invalid'],
  ];

  it.each(mustFail)('refuses %s', async (_, make, code) => {
    expect(await refusal(make())).toBe(code);
  });

  it('asks the realm nothing for a token that fails without a key', async () => {
    await refusal(token({ ...claims(), aud: 'other' }, { kid: 'invented' }));
    expect(asked).not.toHaveBeenCalled();
  });

  it('believes a token 30 seconds past its end and before its beginning, and no longer', async () => {
    const ended = changed({ exp: start });
    seconds = start + 29;
    expect(await refusal(ended)).toBe('accepted');
    seconds = start + 30;
    expect(await refusal(ended)).toBe('expired');
    seconds = start - 30;
    expect(await refusal(changed({ nbf: start }))).toBe('accepted');
    seconds = start - 31;
    expect(await refusal(changed({ nbf: start }))).toBe('invalid');
  });

  it('remembers what it verified, until the token ends', async () => {
    const one = verifier();
    const first = await one.verify(token());
    expect(await one.verify(token())).toBe(first);
    seconds = start + 330;
    expect(await refusal(token(), one)).toBe('expired');
  });

  it('does not remember refusals', async () => {
    const one = verifier();
    reachable = false;
    expect(await refusal(token(), one)).toBe('keys-unavailable');
    reachable = true;
    seconds += 1;
    expect(await refusal(token(), one)).toBe('accepted');
  });

  it('forgets the token not used for longest', async () => {
    const one = verifier({ remember: 2 });
    const [a, b, c] = ['a', 'b', 'c'].map((sid) => changed({ sid })) as [string, string, string];
    const first = await one.verify(a);
    const second = await one.verify(b);
    await one.verify(a);
    await one.verify(c);
    expect(await one.verify(a)).toBe(first);
    expect(await one.verify(b)).not.toBe(second);
  });

  it('goes through a rotation without a failed request', async () => {
    const one = verifier();
    await one.verify(token());
    published = { next: next.publicKey, current: realm.publicKey };
    expect(await refusal(token(claims(), { kid: 'next' }, next.privateKey), one)).toBe('accepted');
    expect(await refusal(token(), one)).toBe('accepted');
  });

  it('drops remembered tokens with the key that signed them', async () => {
    const one = verifier();
    const bearer = changed({ exp: start + 3600 });
    await one.verify(bearer);
    published = { next: next.publicKey };
    seconds += 301;
    await one.verify(token({ ...claims(), exp: seconds + 60 }, { kid: 'next' }, next.privateKey));
    expect(await refusal(bearer, one)).toBe('invalid');
  });

  it('goes on while the keys are unreachable, with the keys it has', async () => {
    const one = verifier();
    await one.verify(token());
    reachable = false;
    seconds += 1;
    expect(await refusal(changed({ sid: 'other' }), one)).toBe('accepted');
    expect(await refusal(token(claims(), { kid: 'next' }, next.privateKey), one)).toBe('keys-unavailable');
  });

  it('lets 500 invented key ids cost two fetches', async () => {
    const one = verifier();
    await one.verify(token());
    const flood = Array.from({ length: 500 }, (_, n) => refusal(token(claims(), { kid: `invented-${n}` }, foreign.privateKey), one));
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['invalid']));
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('names the check and no value of the token in its message', async () => {
    const error = await verifier()
      .verify(changed({ typ: 'Refresh', email: 'somebody@wohnbau.example' }))
      .catch((refused: unknown) => refused);
    expect(String(error)).toBe('TokenRefused: access token refused: typ');
    expect((error as Error).cause).toBeUndefined();
  });
});
