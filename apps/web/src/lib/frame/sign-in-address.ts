// SPDX-License-Identifier: EUPL-1.2

/** Where one signs in; afterwards one stands where one was. */
export function signInAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  const to = pathname === '/anmelden' ? '/' : pathname + search;
  return to === '/' ? '/auth/sign-in' : `/auth/sign-in?to=${encodeURIComponent(to)}`;
}
