// SPDX-License-Identifier: EUPL-1.2

/** Asks the company's identity provider again, without a page in between where one is signed in there, and comes back to `to`. */
export function roundTrip(company: { slug: string }, to: string): string {
  return `/auth/sign-in?${new URLSearchParams({ company: company.slug, to })}`;
}
