// SPDX-License-Identifier: EUPL-1.2
import { error, redirect } from '@sveltejs/kit';
import { ProviderNotReached, ProviderRefused } from '#lib/server/oidc/provider.ts';
import { log } from '#lib/server/log.ts';
import { ApiNotReached } from '#lib/server/session/announce.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import type { PageServerLoad } from './$types';

/** The browser comes back from the provider, and goes on to where it was going; the page is never shown but for its errors. */
export const load: PageServerLoad = async ({ url, cookies, locals }) => {
  const sessions = runningSessions();
  const attempt = sessions.attempts.take(cookies, url.searchParams.get('state') ?? '');
  // The back button leads here too; who is signed in by now need not know.
  if (!attempt) return locals.session.signedIn ? redirect(303, '/') : expired();
  const tokens = await sessions.provider.finish(url.search, attempt).catch((fault: unknown) => refused(fault, locals.requestId));
  const welcome = await sessions.begin(cookies, tokens).catch(unavailable);
  if (!welcome) error(403, 'person locked', { code: 'person-locked' });
  return redirect(303, attempt.to);
};

function expired(): never {
  error(400, 'sign-in expired', { code: 'sign-in-expired' });
}

function refused(fault: unknown, requestId: string): never {
  if (fault instanceof ProviderNotReached) error(503, 'sign-in unavailable', { code: 'sign-in-unavailable' });
  if (!(fault instanceof ProviderRefused)) throw fault;
  log.warn({ requestId, code: fault.code }, 'sign-in refused');
  return expired();
}

function unavailable(fault: unknown): never {
  if (fault instanceof ApiNotReached) error(503, 'unavailable', { code: 'unavailable' });
  throw fault;
}
