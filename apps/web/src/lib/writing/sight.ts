// SPDX-License-Identifier: EUPL-1.2
import { about } from '#lib/format/numbers.ts';
import { translated } from '#lib/format/translated.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Sight } from './editor.ts';
import type { Values } from './values.ts';

/** Who will find it, in the words under the choice. */
export interface SightWords {
  /** How many, or who; printed strongly. */
  who: string;
  rest: string;
  /** What it is for everybody else. */
  others: string;
  /** Who may edit it besides its authors; the rule is `writerAudiences` of the API. */
  editors: string | null;
}

/** `owner` is the short name of the company the entry belongs to. */
export function sightWords({ choice, headCount, department, companies }: Sight, owner: string): SightWords {
  const count = headCount ?? 0;
  const people = m.write_sight_people({ count: about(count), plural: count });
  const words = { who: people, others: m.write_sight_others(), editors: m.write_sight_editors({ company: owner }) };
  switch (choice) {
    case 'PRIVATE':
      return {
        who: m.write_sight_private_who({ plural: count, count }),
        rest: m.write_sight_private(),
        others: m.write_sight_private_others(),
        editors: null,
      };
    case 'DEPARTMENT':
      if (!department) return { ...words, who: m.write_sight_no_department_who(), rest: m.write_sight_no_department() };
      return { ...words, rest: m.write_sight_department({ department: translated(department.name), company: owner }) };
    case 'COMPANY':
    case 'COMPANIES':
      return { ...words, rest: m.write_sight_companies({ companies: listed(companies.map(({ shortName }) => shortName)) }) };
    case 'GROUP':
      return { ...words, rest: m.write_sight_group(), others: m.write_sight_group_others() };
    case 'PUBLIC':
      return { ...words, who: m.write_sight_public_who(), rest: m.write_sight_public(), others: m.write_sight_public_others() };
  }
}

/** Asks what a choice means before it is saved. Null when nobody answers: the sentence comes with the next choice or after saving. */
export async function askSight({ choice, companies }: Values, entryId: string | null, signal: AbortSignal): Promise<Sight | null> {
  const query = new URLSearchParams({ wer: choice, ...(entryId && { beitrag: entryId }) });
  if (choice === 'COMPANIES') companies.forEach((id) => query.append('organisation', id));
  try {
    const response = await fetch(`/beitragen/sichtbarkeit?${query}`, { signal });
    return response.ok ? ((await response.json()) as Sight) : null;
  } catch {
    return null;
  }
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}
