// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Directory } from './directory.js';
import type { KeySet } from './keys.js';
import { realmPath } from './realm.js';
import { sendJson } from './respond.js';
import { subjectOfBearer } from './userinfo.js';

interface Context {
  issuer: string;
  keys: KeySet;
  directory: Directory;
}

/**
 * `GET .../broker/<alias>/token`: what Keycloak keeps of the company's own provider, renewed there. The token itself is no use here; what counts
 * is that a company that does not know the person any more gives none (502).
 */
export async function companyToken(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const alias = pathname.slice(`${realmPath}/broker/`.length).replace(/\/token$/, '');
  const person = context.directory.find(await subjectOfBearer(request.headers.authorization, context));
  if (!person) return sendJson(response, 401, { error: 'invalid_token' });
  if (context.directory.companyOf(alias) === undefined) return sendJson(response, 404, { error: 'Identity Provider not found' });
  if (person.company?.slug !== alias) return sendJson(response, 400, { error: 'not associated with this identity provider' });
  if (context.directory.isDismissed(person)) return sendJson(response, 502, { error: 'invalid_grant' });
  return sendJson(response, 200, { access_token: 'of-the-company', token_type: 'Bearer', expires_in: 300 });
}
