// SPDX-License-Identifier: EUPL-1.2

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Asked by servers, which carry no cookie and prove themselves by what they send: the provider's signature, a company's token. */
const FOR_SERVERS = new Set(['/auth/back-channel-logout', '/schnittstelle/austritte']);

/**
 * Whether a request that changes something may have been made by another site in the name of the person at the browser. Browsers say where a
 * request comes from in `Sec-Fetch-Site`, which no page can set, and older ones in `Origin`. A client that says neither is no browser, and
 * without a browser nobody's cookie is sent along unasked; but then it has no business here either.
 */
export function isForeign(request: Request, origin: string): boolean {
  if (SAFE.has(request.method) || FOR_SERVERS.has(new URL(request.url).pathname)) return false;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? request.headers.get('origin') !== origin : site !== 'same-origin';
}
