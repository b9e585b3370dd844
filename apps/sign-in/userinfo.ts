// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwtVerify } from 'jose';
import { realmContract } from '#platform/access/realm-contract.js';
import { membershipClaims, profileClaims } from './claims.js';
import type { Directory } from './directory.js';
import { verifying, type KeySet } from './keys.js';
import { sendJson } from './respond.js';

interface Context {
  issuer: string;
  keys: KeySet;
  directory: Directory;
}

/** oidc-provider answers here only for opaque tokens; Keycloak for the same token the API gets. */
export async function userinfo(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const person = context.directory.find(await subjectOfBearer(request.headers.authorization, context));
  if (person) return sendJson(response, 200, { ...profileClaims(person), ...membershipClaims(person) });
  response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
  return sendJson(response, 401, { error: 'invalid_token' });
}

export async function subjectOfBearer(header: string | undefined, { issuer, keys }: Context): Promise<string> {
  try {
    const bearer = header?.replace(/^Bearer /i, '') ?? '';
    const { payload } = await jwtVerify(bearer, verifying(keys), { issuer, algorithms: ['RS256'], audience: realmContract.audience });
    return payload['typ'] === 'Bearer' ? (payload.sub ?? '') : '';
  } catch {
    return '';
  }
}
