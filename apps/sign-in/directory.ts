// SPDX-License-Identifier: EUPL-1.2
import { subjectOf } from './identifiers.js';
import type { ExamplePerson } from './people.js';

/** The people of the realm, by subject and by what a `login_hint` may say. */
export class Directory {
  readonly people: readonly ExamplePerson[];
  private readonly bySubject: Map<string, ExamplePerson>;
  private readonly byHint: Map<string, ExamplePerson>;

  constructor(people: readonly ExamplePerson[]) {
    this.people = people;
    this.bySubject = new Map(people.map((person) => [subjectOf(person.username), person]));
    this.byHint = new Map(people.flatMap((person) => hints(person).map((hint) => [hint, person] as const)));
  }

  find(subject: string): ExamplePerson | undefined {
    return this.bySubject.get(subject);
  }

  hinted(hint: unknown): ExamplePerson | undefined {
    return typeof hint === 'string' ? this.byHint.get(hint.toLowerCase()) : undefined;
  }
}

function hints({ username, mail }: ExamplePerson): string[] {
  return mail ? [username, mail] : [username];
}
