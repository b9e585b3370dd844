// SPDX-License-Identifier: EUPL-1.2
import { EntriesService } from '#entries/entries.service.js';
import type { EntryState } from '#entries/entry.entity.js';
import type { Kind } from '#entries/kind.js';
import { Kinds } from '#entries/kinds.js';
import type { Write } from '#platform/database/writes.js';
import { berlinDay } from '#platform/time/berlin-day.js';
import { RelationsService } from '#relations/relations.service.js';
import type { UseCases } from '../use-cases.js';
import { ExampleClock, momentBefore } from './example-clock.js';
import { companyIdOf, entryIdOf, personIdOf, subjectOf } from './identities.js';
import type { ExampleCompany, ExampleEntry } from './read-examples.js';

const hour = 3_600_000;
const day = 24 * hour;

export interface ExampleSituation {
  issuer: string;
  today: Date;
  companies: readonly ExampleCompany[];
  /** How far an earlier, killed load came: state by entry id. */
  states: ReadonlyMap<string, EntryState>;
}

/** Writes, publishes, reuses and archives the example entries as their authors, at the times their files tell. */
export class ExampleEntries {
  private readonly entries: EntriesService;
  private readonly relations: RelationsService;
  private readonly kinds: Kinds;

  constructor(
    private readonly useCases: UseCases,
    private readonly situation: ExampleSituation,
  ) {
    this.entries = useCases.get(EntriesService);
    this.relations = useCases.get(RelationsService);
    this.kinds = useCases.get(Kinds);
  }

  /** @returns false when the hub has no such kind (yet) @throws Error naming the entry that a use case refused */
  async load(entry: ExampleEntry): Promise<boolean> {
    const kind = this.kinds.find(entry.kind);
    if (!kind) return false;
    const id = entryIdOf(entry.name);
    const state = this.situation.states.get(id);
    const at = this.moment(entry.ageInDays, entry.name);
    const draft = new Date(at.getTime() - 2 * hour);
    if (!state) await this.as(entry.author, draft, entry, (write) => this.entries.createDraft(write, id, this.document(entry, kind)));
    if (entry.state === 'draft' || state === 'archived') return true;
    if (state !== 'published') await this.as(entry.author, at, entry, (write) => this.entries.publish(write, id, 1));
    for (const reuse of entry.reuses) await this.reuse(entry, id, reuse);
    if (entry.state === 'archived') await this.archive(entry, id, at);
    return true;
  }

  private async reuse(entry: ExampleEntry, id: string, { company, ageInDays, by }: ExampleEntry['reuses'][number]): Promise<void> {
    const at = this.moment(ageInDays, `${entry.name}/${company}`);
    await this.as(by ?? this.someAuthorOf(company), at, entry, (write) => this.relations.addReuse(write, id));
  }

  /** Half-way between release and today. */
  private async archive(entry: ExampleEntry, id: string, released: Date): Promise<void> {
    const at = new Date((released.getTime() + this.situation.today.getTime()) / 2);
    await this.as(entry.author, at, entry, (write) => this.entries.archive(write, id));
  }

  private document(entry: ExampleEntry, { name, fields }: Kind) {
    const validUntil =
      entry.validForDays === undefined ? null : berlinDay(new Date(this.situation.today.getTime() + entry.validForDays * day));
    return {
      title: entry.title,
      keyStatement: entry.keyStatement,
      body: '',
      language: 'de',
      topics: entry.topics,
      coAuthors: entry.coAuthors.map(personIdOf),
      validUntil,
      visibility: visibility(entry),
      content: { [name]: Object.fromEntries(fields.map((field) => [field.name, entry.content[field.name] ?? ''])) },
    };
  }

  private async as(username: string, at: Date, entry: ExampleEntry, use: (write: Write) => Promise<{ __typename: string }>): Promise<void> {
    const caller = { issuer: this.situation.issuer, subject: subjectOf(username), actingFor: null };
    const outcome = await this.useCases
      .writesAt(new ExampleClock(at))
      .run(caller, use)
      .catch((cause: unknown) => Promise.reject(new Error(`${entry.name}.md, as ${username}`, { cause })));
    if (outcome.__typename === 'InvalidInput' || outcome.__typename === 'NotPossible') {
      throw new Error(`${entry.name}.md, as ${username}: ${JSON.stringify(outcome)}`);
    }
  }

  private moment(ageInDays: number, seed: string): Date {
    return momentBefore(this.situation.today, ageInDays, seed);
  }

  private someAuthorOf(slug: string): string {
    const people = this.situation.companies.find((company) => company.slug === slug)?.people ?? [];
    const person = people.find(({ roles }) => roles.includes('author')) ?? people[0];
    if (!person) throw new Error(`The company "${slug}" has nobody.`);
    return person.username;
  }
}

function visibility({ audience, company }: ExampleEntry): { choice: string; companies: string[] } {
  if (!Array.isArray(audience)) return { choice: audience, companies: [] };
  return { choice: 'companies', companies: audience.filter((slug) => slug !== company).map(companyIdOf) };
}
