// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SigningKeys, SigningKeysUnavailable } from './signing-keys.js';

const rsa = (bits = 2048) => generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' });
const [first, second] = [rsa(), rsa()];

describe('signing keys', () => {
  let published: unknown[];
  let answer: () => Response | Promise<Response>;
  let fetches: number;
  let now: number;

  const keys = (options = {}) =>
    new SigningKeys({
      url: 'http://realm.example/certs',
      spacingMs: 20,
      now: () => now,
      fetch: async () => {
        fetches += 1;
        return answer();
      },
      ...options,
    });

  beforeEach(() => {
    published = [{ ...first, kid: 'first', use: 'sig', alg: 'RS256' }];
    answer = () => Response.json({ keys: published });
    fetches = 0;
    now = 1_000_000;
  });

  it('fetches once for any number of requests that come together', async () => {
    const store = keys();
    const found = await Promise.all(Array.from({ length: 50 }, () => store.find('first')));
    expect(found.every((key) => key?.asymmetricKeyType === 'rsa')).toBe(true);
    expect(fetches).toBe(1);
  });

  it('finds a key that was rotated in, at the first request that needs it', async () => {
    const store = keys();
    await store.find('first');
    published.push({ ...second, kid: 'second' });
    now += 1_000;
    expect(await store.find('second')).toBeDefined();
  });

  it('finds a new key even directly after an invented one', async () => {
    const store = keys();
    await store.find('invented');
    published.push({ ...second, kid: 'second' });
    expect(await store.find('second')).toBeDefined();
  });

  it('lets a flood of invented ids cost one fetch, and the next wait for the next', async () => {
    const store = keys();
    await store.find('first');
    const flood = Array.from({ length: 1_000 }, () => store.find(randomBytes(8).toString('hex')));
    expect(await Promise.all(flood)).toEqual(flood.map(() => undefined));
    expect(fetches).toBe(2);
  });

  it('stops trusting a withdrawn key after a refresh in the background', async () => {
    const store = keys();
    await store.find('first');
    published = [{ ...second, kid: 'second' }];
    now += 6 * 60_000;
    expect(await store.find('first')).toBeDefined();
    await expect.poll(() => store.knows('first')).toBe(false);
  });

  it('goes on serving known keys while the realm is unreachable', async () => {
    const store = keys();
    await store.find('first');
    answer = () => Promise.reject(new TypeError('fetch failed'));
    now += 6 * 60_000;
    await store.find('first');
    await expect.poll(() => fetches).toBe(2);
    expect(await store.find('first')).toBeDefined();
    await expect(store.find('second')).rejects.toBeInstanceOf(SigningKeysUnavailable);
  });

  it('pauses longer after each failure and asks again afterwards', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'));
    const store = keys();
    for (let round = 0; round < 5; round += 1) await expect(store.find('first')).rejects.toBeInstanceOf(SigningKeysUnavailable);
    expect(fetches).toBe(1);
    answer = () => Response.json({ keys: published });
    now += 21;
    expect(await store.find('first')).toBeDefined();
  });

  it.each([
    ['an error status', () => new Response('no', { status: 500 })],
    ['something that is no JSON', () => new Response('<html>')],
    ['JSON of another shape', () => Response.json({ keys: 'none' })],
    ['more bytes than allowed', () => Response.json({ keys: [], padding: 'x'.repeat(200_000) })],
  ])('takes %s for unavailable', async (_, response) => {
    answer = response;
    await expect(keys().find('first')).rejects.toBeInstanceOf(SigningKeysUnavailable);
  });

  it('gives up on a realm that accepts and stays silent', async () => {
    const store = keys({
      timeoutMs: 20,
      fetch: (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new TypeError('aborted')))),
    });
    await expect(store.find('first')).rejects.toBeInstanceOf(SigningKeysUnavailable);
  });

  it('leaves out keys that are not for RS256 signatures, short or broken, and takes no more than the limit', async () => {
    published = [
      { ...first, kid: 'encrypts', use: 'enc' },
      { ...first, kid: 'other', alg: 'RS512' },
      { ...rsa(1024), kid: 'short' },
      { kty: 'RSA', kid: 'broken', n: '', e: 'AQAB' },
      { kty: 'EC', kid: 'curve' },
      { kty: 'oct', kid: 'secret', k: 'c2VjcmV0' },
      { ...first, kid: 'first' },
      { ...second, kid: 'second' },
    ];
    const store = keys({ maxKeys: 1 });
    await store.find('first');
    const trusted = ['encrypts', 'other', 'short', 'broken', 'curve', 'secret', 'first', 'second'].filter((kid) => store.knows(kid));
    expect(trusted).toEqual(['first']);
  });
});
