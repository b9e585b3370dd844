// SPDX-License-Identifier: EUPL-1.2
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Wish } from '#lib/server/oidc/provider.ts';
import { returnPath } from '#lib/server/oidc/return-path.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import { beginSignIn, leaveFor } from '#lib/server/sign-in/begin.ts';
import { OWN_ACCOUNT, rememberChoice, rememberedChoice } from '#lib/server/sign-in/remembered.ts';
import { wayOf } from '#lib/server/sign-in/ways.ts';
import type { PageServerLoad } from './$types';

const NAME = /^[\w.@-]{1,120}$/;

/**
 * Sends the browser to the realm: to the company named or remembered on this device, else to the page that asks. Who is signed in already goes
 * on, unless somebody else is asked for. A page and no endpoint, because it has something to say when the realm is away; "try again" is then the
 * same address.
 */
export const load: PageServerLoad = async (event) => {
  const { url, locals } = event;
  const elsewhere = sameMachineElsewhere(url, runningSessions().configuration.origin);
  if (elsewhere) redirect(302, elsewhere, { external: [elsewhere.origin] });
  const to = returnPath(url.searchParams.get('to'));
  const person = named(url, 'person');
  const company = url.searchParams.has('account') ? OWN_ACCOUNT : named(url, 'company');
  const askAgain = url.searchParams.has('choose');
  // A company that is named is asked even then: each round trip brings what it says today.
  if (locals.session.signedIn && !person && !askAgain && !company) redirect(303, to);
  const wish = person || askAgain ? { person, askAgain, anew: true } : await wishFor(event, company, to);
  const address = await beginSignIn(event, to, wish);
  // After a form the page leads on, not a redirect (`#lib/server/session/leave.ts`).
  if (url.searchParams.has('form')) return { continueAt: address.href };
  return leaveFor(address);
};

/** Where this person signs in; without a company they are asked for it, and one that there is not is said to be none. */
async function wishFor(event: RequestEvent, named: string | undefined, to: string): Promise<Wish> {
  const choice = named ?? rememberedChoice(event.cookies);
  if (choice === null) redirect(303, askPath(to));
  const way = choice === OWN_ACCOUNT ? null : await wayOf(event, choice);
  if (choice !== OWN_ACCOUNT && !way) redirect(303, askPath(to, named !== undefined));
  if (named !== undefined) rememberChoice(event.cookies, named);
  return { provider: way?.provider ?? undefined };
}

function askPath(to: string, unknown = false): string {
  return `/anmelden?${String(new URLSearchParams({ to, ...(unknown ? { unbekannt: '1' } : {}) }))}`;
}

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
