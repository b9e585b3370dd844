// SPDX-License-Identifier: EUPL-1.2
import { SigningKeys } from '#platform/access/signing-keys.js';
import { KeycloakTokenVerifier } from '#platform/access/token-verifier.keycloak.js';
import { TestRealm } from '../../support/realm.js';
import type { Figure } from '../figure.js';

const TOKENS = 400;
const ROUNDS = 20;

/** CPU of this process for a token: the first time it is seen, and every time after. Best of three, so that a busy machine does not decide. */
export async function verification(): Promise<Figure[]> {
  const realm = await TestRealm.start();
  try {
    const tokens = await Promise.all(
      Array.from({ length: TOKENS }, (_, index) => realm.token({ sub: `person-${index}`, name: 'Somebody' })),
    );
    const rounds: { fresh: number; known: number }[] = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await once(realm.issuer, tokens));
    return [
      { name: 'verifying a token seen before', measured: Math.min(...rounds.map(({ known }) => known)), goal: 0.05, unit: 'ms' },
      { name: 'verifying a new token', measured: Math.min(...rounds.map(({ fresh }) => fresh)), goal: 1, unit: 'ms' },
    ];
  } finally {
    await realm.stop();
  }
}

async function once(issuer: string, tokens: readonly string[]): Promise<{ fresh: number; known: number }> {
  const verifier = new KeycloakTokenVerifier({
    issuer,
    audience: 'konzern-stadt-api',
    authorizedParties: ['konzern-stadt-web'],
    keys: new SigningKeys({ url: `${issuer}/protocol/openid-connect/certs` }),
  });
  // Fetches the keys; that is the network's cost, not a token's.
  await verifier.verify(tokens[0]);
  const fresh = await cpuMs(async () => {
    for (const token of tokens.slice(1)) await verifier.verify(token);
  });
  const known = await cpuMs(async () => {
    for (let round = 0; round < ROUNDS; round += 1) for (const token of tokens) await verifier.verify(token);
  });
  return { fresh: fresh / (tokens.length - 1), known: known / (ROUNDS * tokens.length) };
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
