// SPDX-License-Identifier: EUPL-1.2
import type { VisibilityChoice } from '#lib/gql/graphql.ts';

/** Who may see an entry, as far as one choice can be held against another. */
export interface Circle {
  choice: VisibilityChoice;
  companies: readonly { id: string }[];
}

/** From few to many; the rule itself is `isNarrower` of the API. */
const WIDTH: Record<VisibilityChoice, number> = { PRIVATE: 0, DEPARTMENT: 1, COMPANY: 2, COMPANIES: 3, GROUP: 4, PUBLIC: 5 };

/** Whether somebody may see with `to` who may not with `from`. */
export function isWider(from: Circle, to: Circle): boolean {
  if (from.choice !== 'COMPANIES' || to.choice !== 'COMPANIES') return WIDTH[to.choice] > WIDTH[from.choice];
  return to.companies.some(({ id }) => !from.companies.some((each) => each.id === id));
}

export function isSame(one: Circle, other: Circle): boolean {
  return one.choice === other.choice && !isWider(one, other) && !isWider(other, one);
}

/** What is left of the choices for fewer people. */
export function narrowerChoices({ choice, companies }: Circle): VisibilityChoice[] {
  const all = Object.keys(WIDTH) as VisibilityChoice[];
  // Of two companies, one of them the owner, the owner alone is left: that is another choice.
  return all.filter((each) => WIDTH[each] < WIDTH[choice] || (each === choice && each === 'COMPANIES' && companies.length > 2));
}
