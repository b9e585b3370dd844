// SPDX-License-Identifier: EUPL-1.2
import { groupCanary, told } from './canaries.js';
import type { City } from './city.js';
import { type ActorName, actorNames, mayRead, mayReadPeople } from './oracle.js';

/** Words in an answer that may not reach this person: texts of entries, names of people and departments, and pieces of either. */
export function leaks({ entries }: Pick<City, 'entries'>, actor: ActorName, answer: unknown): string[] {
  const { places, people, unclear } = told(answer);
  const hidden = places.filter(({ entry, revision }) => {
    const subject = entries.find(({ number }) => number === entry);
    return !subject || !mayRead(actor, subject, revision);
  });
  const own = groupCanary(actorNames.indexOf(actor)).toLowerCase();
  const strangers = mayReadPeople(actor) ? [] : people.filter((name) => name !== own);
  return [...hidden.map(({ entry, revision, field }) => `entry ${entry}, revision ${revision}, field ${field}`), ...strangers, ...unclear];
}
