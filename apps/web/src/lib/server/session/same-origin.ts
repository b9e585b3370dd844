// SPDX-License-Identifier: EUPL-1.2

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Comes from the provider's server, carries no cookie and proves itself by its signature. */
const BACK_CHANNEL = '/auth/back-channel-logout';

/**
 * Whether a request that changes something may have been made by another site in the name of the person at the browser. Browsers say where a
 * request comes from in `Sec-Fetch-Site`, which no page can set, and older ones in `Origin`. A client that says neither is no browser, and
 * without a browser nobody's cookie is sent along unasked; but then it has no business here either.
 */
export function isForeign(request: Request, origin: string): boolean {
  if (SAFE.has(request.method) || new URL(request.url).pathname === BACK_CHANNEL) return false;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? request.headers.get('origin') !== origin : site !== 'same-origin';
}
