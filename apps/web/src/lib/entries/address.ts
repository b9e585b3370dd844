// SPDX-License-Identifier: EUPL-1.2

/** The id decides; the readable part may be old. */
export function entryAddress({ id, slug }: { id: string; slug: string }): string {
  return `/beitrag/${id}/${slug}`;
}

export function editAddress({ id }: { id: string }): string {
  return `/beitrag/${id}/bearbeiten`;
}

/** Where fewer people are chosen to see it. */
export function narrowAddress({ id }: { id: string }): string {
  return `/beitrag/${id}/sichtbarkeit`;
}

export function companyAddress({ slug }: { slug: string }): string {
  return `/organisationen/${slug}`;
}

export function administrationAddress(company: { slug: string }): string {
  return `${companyAddress(company)}/verwaltung`;
}

export function personAddress({ id }: { id: string }): string {
  return `/personen/${id}`;
}
