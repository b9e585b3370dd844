// SPDX-License-Identifier: EUPL-1.2
import { error, redirect, type Cookies } from '@sveltejs/kit';
import { ProviderNotReached } from '#lib/server/oidc/provider.ts';
import { returnPath } from '#lib/server/oidc/return-path.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import type { PageServerLoad } from './$types';

const NAME = /^[\w.@-]{1,120}$/;

/**
 * Sends the browser to the provider. Who is signed in already goes on, unless another person is asked for. A page and no endpoint, because
 * it has something to say when the provider is away; "try again" is then the same address.
 */
export const load: PageServerLoad = async ({ url, cookies, locals }) => {
  const { provider, attempts, configuration } = runningSessions();
  const elsewhere = sameMachineElsewhere(url, configuration.origin);
  if (elsewhere) redirect(302, elsewhere, { external: [elsewhere.origin] });
  const to = returnPath(url.searchParams.get('to'));
  const person = named(url, 'person');
  const askAgain = url.searchParams.has('choose');
  const company = named(url, 'company');
  // A company that is named is asked even then: each round trip brings what it says today.
  if (locals.session.signedIn && !person && !company && !askAgain) redirect(303, to);
  const wish = { person, askAgain, company, language: language(cookies) };
  const { url: address, attempt } = await provider.begin(wish).catch(unavailable);
  attempts.keep(cookies, { ...attempt, to });
  // After a form the page leads on, not a redirect (`#lib/server/session/leave.ts`).
  if (url.searchParams.has('form')) return { continueAt: address.href };
  return redirect(302, address, { external: [address.origin] });
};

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * On one's own machine `localhost` and `127.0.0.1` are two hosts with two sets of cookies, and the provider comes back to the public one: who
 * begins at the other would return without the cookie of the attempt.
 */
function sameMachineElsewhere(url: URL, origin: string): URL | null {
  const here = new URL(url.pathname + url.search, origin);
  const bothLocal = loopback.test(url.hostname) && loopback.test(here.hostname);
  return bothLocal && url.host !== here.host ? here : null;
}

function named(url: URL, parameter: string): string | undefined {
  const value = url.searchParams.get(parameter);
  return value !== null && NAME.test(value) ? value : undefined;
}

function language(cookies: Cookies): string | undefined {
  const chosen = cookies.get('locale');
  return chosen === 'de' || chosen === 'en' ? chosen : undefined;
}

function unavailable(fault: unknown): never {
  if (fault instanceof ProviderNotReached) error(503, 'sign-in unavailable', { code: 'sign-in-unavailable' });
  throw fault;
}
