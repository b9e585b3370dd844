// SPDX-License-Identifier: EUPL-1.2

/** What the sign-in page knows of a company. */
export interface Company {
  slug: string;
  name: { de: string; en: string };
  shortName: string;
  /** Whether its people sign in at a provider of its own. */
  provider?: string | null | undefined;
}

/** Signs in there and comes back. */
export function signInAt(company: Pick<Company, 'slug'>, to: string): string {
  return `/auth/sign-in?${String(new URLSearchParams({ company: company.slug, to }))}`;
}

/** The same for whoever has an account of their own. */
export function signInWithAccount(to: string): string {
  return `/auth/sign-in?${String(new URLSearchParams({ account: '1', to }))}`;
}
