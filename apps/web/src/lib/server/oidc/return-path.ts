// SPDX-License-Identifier: EUPL-1.2

/** No page of the hub has a longer address. */
const LONGEST = 2_000;

/**
 * Where to go after signing in: a path of this app, or the start page. Browsers read `//evil` and `/\evil` as another host, drop tabs and line
 * breaks inside an address, and some proxies decode once more than they should; whatever is not plainly a path here is not followed.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST || !isPlainPath(wanted)) return '/';
  const url = new URL(wanted, 'https://here.invalid');
  const staysHere = url.origin === 'https://here.invalid' && !url.pathname.startsWith('//');
  // Back to signing in would be a circle.
  if (!staysHere || url.pathname.startsWith('/auth/')) return '/';
  return url.pathname + url.search + url.hash;
}

function isPlainPath(wanted: string): boolean {
  const path = wanted.split(/[?#]/, 1)[0] ?? '';
  const slashes = /^\/(?![/\\])/.test(path) && !/\\|%5c|%2f|%25|%[01]./i.test(path);
  // eslint-disable-next-line no-control-regex -- exactly those are dropped by browsers
  return slashes && !/[\u0000-\u0020\u007f]/.test(wanted);
}
