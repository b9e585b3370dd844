// SPDX-License-Identifier: EUPL-1.2
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ProviderRefused } from '#lib/server/oidc/provider.ts';
import type { KeptAttempt } from '#lib/server/oidc/attempt-cookie.ts';
import { log } from '#lib/server/log.ts';
import { ApiNotReached, type SessionRule } from '#lib/server/session/announce.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import { awayOr, beginSignIn, leaveFor, RETRY_AFTER_SECONDS } from '#lib/server/sign-in/begin.ts';
import type { SignInFailure } from '#lib/gql/graphql.ts';
import { deviceOf } from '#lib/server/sign-in/device.ts';
import { reportFailure } from '#lib/server/sign-in/report.ts';
import type { PageServerLoad } from './$types';

/** The browser comes back from the realm, and goes on to where it was going; the page is never shown but for its errors. */
export const load: PageServerLoad = async (event) => {
  const { url, cookies, locals, request } = event;
  const sessions = runningSessions();
  const attempt = sessions.attempts.take(cookies, url.searchParams.get('state') ?? '');
  // The back button leads here too; who is signed in by now need not know.
  if (!attempt) return locals.session.signedIn ? redirect(303, '/') : error(400, 'sign-in expired', { code: 'sign-in-expired' });
  const tokens = await sessions.provider.finish(url.search, attempt).catch((fault: unknown) => refused(fault, event, attempt));
  const rule = await sessions.welcome(tokens).catch((fault: unknown) => unavailable(fault, event, attempt));
  if (rule === 'locked') {
    reportFailure(attempt.provider, 'LOCKED');
    error(403, 'person locked', { code: 'person-locked' });
  }
  await askCompanyFirst(event, attempt, rule);
  await sessions.begin(cookies, tokens, rule, deviceOf(request.headers.get('user-agent')));
  return redirect(303, attempt.to);
};

/**
 * Whoever the realm knew without asking the company may have left it. Where the company counts on being asked, that way in is none: the realm is
 * sent there once more, by name, which it never answers by itself.
 */
async function askCompanyFirst(event: RequestEvent, attempt: KeptAttempt, { provider, leaverWay }: SessionRule): Promise<void> {
  if (leaverWay === 'hub-only' || provider === null || attempt.provider === provider) return;
  leaveFor(await beginSignIn(event, attempt.to, { provider }));
}

/** What the realm says instead of a code; the person did nothing wrong in the first, and can try again in all. */
const codes: Record<string, App.Error['code']> = {
  access_denied: 'sign-in-refused',
  login_required: 'sign-in-refused',
  temporarily_unavailable: 'sign-in-unavailable',
  server_error: 'sign-in-unavailable',
};

function refused(fault: unknown, event: RequestEvent, attempt: KeptAttempt): never {
  reportFailure(attempt.provider, failureOf(fault));
  if (!(fault instanceof ProviderRefused)) return awayOr(fault, event, beginAgain(attempt));
  log.warn({ requestId: event.locals.requestId, code: fault.code }, 'sign-in refused');
  const code = codes[fault.code] ?? 'sign-in-expired';
  if (code === 'sign-in-unavailable') event.setHeaders({ 'retry-after': String(RETRY_AFTER_SECONDS) });
  return error(code === 'sign-in-unavailable' ? 503 : 400, 'sign-in refused', { code, next: beginAgain(attempt) });
}

function failureOf(fault: unknown): SignInFailure {
  if (!(fault instanceof ProviderRefused)) return 'NOT_REACHED';
  if (codes[fault.code] === 'sign-in-refused') return 'REFUSED_BY_COMPANY';
  return codes[fault.code] === 'sign-in-unavailable' ? 'REALM_ERROR' : 'ATTEMPT_LOST';
}

/** The code in this address is spent or lost: what comes next is a new attempt, which the realm mostly answers by itself. */
function beginAgain({ to }: KeptAttempt): string {
  return `/auth/sign-in?${String(new URLSearchParams({ to }))}`;
}

function unavailable(fault: unknown, event: RequestEvent, attempt: KeptAttempt): never {
  if (!(fault instanceof ApiNotReached)) throw fault;
  event.setHeaders({ 'retry-after': String(RETRY_AFTER_SECONDS) });
  return error(503, 'unavailable', { code: 'unavailable', next: beginAgain(attempt) });
}
