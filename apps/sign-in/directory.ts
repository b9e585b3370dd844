// SPDX-License-Identifier: EUPL-1.2
import { subjectOf } from './identifiers.js';
import type { ExamplePerson } from './people.js';

/** The people of the realm, by subject and by what a `login_hint` may say. */
export class Directory {
  readonly people: readonly ExamplePerson[];
  private readonly bySubject: Map<string, ExamplePerson>;
  private readonly dismissed = new Set<string>();
  private readonly byHint: Map<string, ExamplePerson>;

  constructor(people: readonly ExamplePerson[]) {
    this.people = people;
    this.bySubject = new Map(people.map((person) => [subjectOf(person.username), person]));
    this.byHint = new Map(people.flatMap((person) => hints(person).map((hint) => [hint, person] as const)));
  }

  find(subject: string): ExamplePerson | undefined {
    return this.bySubject.get(subject);
  }

  /** From now on the person's company does not know them any more. */
  dismiss(username: string): void {
    this.dismissed.add(username);
  }

  isDismissed({ username }: ExamplePerson): boolean {
    return this.dismissed.has(username);
  }

  /** The slug of the company with a provider of this alias, if there is one. */
  companyOf(alias: unknown): string | undefined {
    return this.people.find(({ company }) => company?.hasProvider && company.slug === alias)?.company?.slug;
  }

  hinted(hint: unknown): ExamplePerson | undefined {
    return typeof hint === 'string' ? this.byHint.get(hint.toLowerCase()) : undefined;
  }
}

function hints({ username, mail }: ExamplePerson): string[] {
  return mail ? [username, mail] : [username];
}
