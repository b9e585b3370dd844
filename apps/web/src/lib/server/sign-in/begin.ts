// SPDX-License-Identifier: EUPL-1.2
import { error, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { ProviderNotReached, type Wish } from '../oidc/provider.ts';
import { runningSessions } from '../session/running.ts';

/** Says when it is worth trying again; the error page reloads by itself after that. */
export const RETRY_AFTER_SECONDS = 30;

type Event = Pick<RequestEvent, 'cookies' | 'setHeaders'>;

/**
 * Begins a sign-in and keeps what its answer will be checked against.
 *
 * @returns where the browser goes
 * @throws HttpError 503 `sign-in-unavailable`
 */
export async function beginSignIn(event: Event, to: string, wish: Omit<Wish, 'language'>): Promise<URL> {
  const { provider, attempts } = runningSessions();
  const begun = await provider.begin({ ...wish, language: language(event.cookies) }).catch((fault: unknown) => awayOr(fault, event));
  attempts.keep(event.cookies, { ...begun.attempt, to, provider: wish.provider ?? null });
  return begun.url;
}

export function leaveFor(address: URL): never {
  redirect(302, address, { external: [address.origin] });
}

/**
 * @param next where to try again, when it is not this address
 * @throws HttpError 503 for a realm that does not answer, whatever else it is as it came
 */
export function awayOr(fault: unknown, { setHeaders }: Pick<RequestEvent, 'setHeaders'>, next?: string): never {
  if (!(fault instanceof ProviderNotReached)) throw fault;
  setHeaders({ 'retry-after': String(RETRY_AFTER_SECONDS) });
  error(503, 'sign-in unavailable', { code: 'sign-in-unavailable', ...(next !== undefined && { next }) });
}

function language(cookies: Cookies): string | undefined {
  const chosen = cookies.get('locale');
  return chosen === 'de' || chosen === 'en' ? chosen : undefined;
}
