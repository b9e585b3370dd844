// SPDX-License-Identifier: EUPL-1.2
import { json } from '@sveltejs/kit';
import { log } from '#lib/server/log.ts';
import { LogoutTokenRefused } from '#lib/server/oidc/logout-token.ts';
import { ProviderNotReached } from '#lib/server/oidc/provider.ts';
import { obeyLogout } from '#lib/server/session/logout.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import type { RequestHandler } from './$types';

/** The provider's server tells that a session ended elsewhere (OpenID Connect Back-Channel Logout 1.0, 2.8). */
export const POST: RequestHandler = async ({ request, locals }) => {
  const token = (await request.formData().catch(() => null))?.get('logout_token');
  if (typeof token !== 'string') return answer(400, 'logout_token is missing');
  const { logoutTokens, store } = runningSessions();
  try {
    const obeyed = await obeyLogout(store.pool, await logoutTokens.verify(token));
    return obeyed ? new Response(null, { status: 200, headers: noStore }) : answer(400, 'this token was used before');
  } catch (fault) {
    if (fault instanceof ProviderNotReached) return answer(503, 'the keys cannot be fetched');
    if (!(fault instanceof LogoutTokenRefused)) throw fault;
    log.warn({ requestId: locals.requestId, reason: fault.message }, 'logout refused');
    return answer(400, fault.message);
  }
};

const noStore = { 'cache-control': 'no-store' };

function answer(status: number, description: string): Response {
  return json({ error: 'invalid_request', error_description: description }, { status, headers: noStore });
}
