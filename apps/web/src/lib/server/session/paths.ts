// SPDX-License-Identifier: EUPL-1.2

interface SignInWish {
  /** Sign in as this example person, at once; the development sign-in only. */
  person?: string;
  /** Ask who one is, even with a live session at the provider. */
  choose?: boolean;
}

/** The address that signs in and comes back to `url`. */
export function signInPath(url: Pick<URL, 'pathname' | 'search'>, wish: SignInWish = {}): string {
  const query = new URLSearchParams({ to: url.pathname + url.search });
  if (wish.person !== undefined) query.set('person', wish.person);
  if (wish.choose) query.set('choose', '1');
  return `/auth/sign-in?${query}`;
}
