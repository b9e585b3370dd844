// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compactVerify } from 'jose';
import type { Provider } from 'oidc-provider';
import * as v from 'valibot';
import { verifying, type KeySet } from './keys.js';
import { realmPath, type WebClient } from './realm.js';

type Session = NonNullable<Awaited<ReturnType<Provider['Session']['findByUid']>>>;

/** Not in the types of oidc-provider; it signs the logout token, posts it and gives up after 2.5 s. */
interface NotifiedClient {
  backchannelLogout(subject: string, sid: string | undefined): Promise<void>;
}

/** Ends a session at the provider: tells the clients, revokes what they hold, forgets the session. */
export async function endSession(provider: Provider, session: Session): Promise<void> {
  const { accountId, authorizations = {} } = session;
  await Promise.all(
    Object.entries(authorizations).map(async ([clientId, authorization]) => {
      const client = (await provider.Client.find(clientId)) as unknown as NotifiedClient | undefined;
      // A web app that is not running cannot be told and has nobody signed in either.
      if (client && accountId) await client.backchannelLogout(accountId, authorization.sid).catch(() => undefined);
      if (authorization.grantId) await revoke(provider, authorization.grantId);
    }),
  );
  await session.destroy();
}

async function revoke(provider: Provider, grantId: string): Promise<void> {
  await Promise.all([provider.RefreshToken.revokeByGrantId(grantId), provider.AuthorizationCode.revokeByGrantId(grantId)]);
  await (await provider.Grant.find(grantId))?.destroy();
}

export interface LogoutParameters {
  id_token_hint: string | null;
  post_logout_redirect_uri: string | null;
  state: string | null;
}

export interface LogoutOptions {
  provider: Provider;
  issuer: string;
  client: WebClient;
  keys: KeySet;
}

/** Where to go on: the address to return to, `ask` when nothing proves that the person wants this, or `refused`. */
export type LogoutOutcome = { to: string } | 'ask' | 'refused';

/**
 * RP-initiated logout. With a valid `id_token_hint` Keycloak signs out without a question; oidc-provider always asks, on a page that
 * needs JavaScript, so this endpoint is our own.
 */
export async function logout(
  request: IncomingMessage,
  response: ServerResponse,
  parameters: LogoutParameters,
  options: LogoutOptions,
): Promise<LogoutOutcome> {
  const to = returnAddress(parameters, options.client);
  const hinted = parameters.id_token_hint === null ? null : await readHint(parameters.id_token_hint, options);
  if (!to || hinted === 'invalid') return 'refused';
  const session = await options.provider.Session.get(options.provider.createContext(request, response));
  if (session.accountId && session.accountId !== hinted?.sub) return 'ask';
  if (session.accountId) await endSession(options.provider, session);
  forgetCookie(response);
  return { to };
}

/** The person said yes on the page. */
export async function logoutConfirmed(request: IncomingMessage, response: ServerResponse, options: LogoutOptions): Promise<void> {
  const session = await options.provider.Session.get(options.provider.createContext(request, response));
  if (session.accountId) await endSession(options.provider, session);
  forgetCookie(response);
}

/** Keycloak's own way for a client to end a session without the browser. @returns false when client or token is not right */
export async function logoutByRefreshToken(parameters: URLSearchParams, { provider, client }: LogoutOptions): Promise<boolean> {
  if (parameters.get('client_id') !== client.id || parameters.get('client_secret') !== client.secret) return false;
  const token = await provider.RefreshToken.find(parameters.get('refresh_token') ?? '', { ignoreExpiration: true });
  const session = token?.sessionUid ? await provider.Session.findByUid(token.sessionUid) : undefined;
  if (session) await endSession(provider, session);
  return token !== undefined;
}

function returnAddress({ post_logout_redirect_uri: wanted, state }: LogoutParameters, { origin }: WebClient): string | undefined {
  if (wanted === null) return `${origin}/`;
  if (wanted !== `${origin}/`) return undefined;
  return state === null ? wanted : `${wanted}?${String(new URLSearchParams({ state }))}`;
}

const hintClaims = v.object({ iss: v.string(), aud: v.string(), sub: v.string(), typ: v.literal('ID') });

/** Expired ones count: people sign out after lunch (OpenID Connect RP-Initiated Logout 1.0, section 2). */
async function readHint(hint: string, { issuer, client, keys }: LogoutOptions): Promise<{ sub: string } | 'invalid'> {
  try {
    const { payload } = await compactVerify(hint, verifying(keys), { algorithms: ['RS256'] });
    const claims = v.parse(hintClaims, JSON.parse(new TextDecoder().decode(payload)));
    return claims.iss === issuer && claims.aud === client.id ? claims : 'invalid';
  } catch {
    return 'invalid';
  }
}

function forgetCookie(response: ServerResponse): void {
  const gone = `Path=${realmPath}/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax`;
  response.appendHeader('set-cookie', [`sign_in_session=; ${gone}`, `sign_in_session.sig=; ${gone}`]);
}
