// SPDX-License-Identifier: EUPL-1.2
import { about } from '#lib/format/numbers.ts';
import { translated } from '#lib/format/translated.ts';
import type { VisibilityChoice } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

export interface VisibilityWords {
  choice: VisibilityChoice;
  department?: { name: { de: string; en: string } } | null | undefined;
  companies: readonly { shortName: string }[];
  headCount?: number | null | undefined;
}

/** Who may see an entry, as a sentence with about how many people that is. */
export function visibilitySentence({ choice, department, companies, headCount }: VisibilityWords): string {
  const people = peopleCount(headCount ?? 0);
  switch (choice) {
    case 'PRIVATE':
      return m.visible_private();
    case 'DEPARTMENT':
      return m.visible_department({ department: department ? translated(department.name) : '', company: names(companies), people });
    case 'COMPANY':
      return m.visible_company({ company: names(companies), people });
    case 'COMPANIES':
      return m.visible_companies({ companies: names(companies), people });
    case 'GROUP':
      return m.visible_group({ people });
    case 'PUBLIC':
      return m.visible_public();
  }
}

/** "rund 11.400 Personen" */
export function peopleCount(headCount: number): string {
  return m.about_people({ count: about(headCount), plural: headCount });
}

function names(companies: VisibilityWords['companies']): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(companies.map(({ shortName }) => shortName));
}
