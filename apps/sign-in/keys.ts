// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, createLocalJWKSet, exportJWK, generateKeyPair, type JWK } from 'jose';

export interface KeySet {
  keys: JWK[];
  /** Sign the provider's cookies. */
  cookieKeys: string[];
}

/**
 * The realm's signing key, kept in a file of its own: after a restart the tokens that are under way still verify. Keycloak keeps its
 * keys in its database for the same reason.
 */
export async function loadKeys(directory: string): Promise<KeySet> {
  const path = join(directory, 'signing-keys.json');
  const stored = await readFile(path, 'utf8').catch(() => null);
  if (stored !== null) return JSON.parse(stored) as KeySet;
  const created = { keys: [await createKey()], cookieKeys: [randomBytes(32).toString('base64url')] };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Written beside and moved into place: a start that is killed here leaves no half file for the next one.
  await writeFile(`${path}.new`, JSON.stringify(created), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return created;
}

/** The public halves, to recognise what this realm signed. */
export function verifying({ keys }: KeySet): ReturnType<typeof createLocalJWKSet> {
  return createLocalJWKSet({ keys: keys.map(({ kty, kid, alg, use, n, e }) => ({ kty, kid, alg, use, n, e }) as JWK) });
}

async function createKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, use: 'sig', alg: 'RS256', kid: await calculateJwkThumbprint(jwk) };
}
