// SPDX-License-Identifier: EUPL-1.2
import type { ExamplePerson } from './people.js';
import type { Language, Words } from './words.js';

export interface PeopleOfOne {
  name: string;
  people: readonly ExamplePerson[];
}

/** In the order of the people, so the administration comes first and guests last. */
export function organizationsOf(people: readonly ExamplePerson[], say: Words, language: Language): PeopleOfOne[] {
  const groups = Map.groupBy(people, ({ company }) => company?.name[language] ?? say.guests);
  return [...groups].map(([name, members]) => ({ name, people: members }));
}
