// SPDX-License-Identifier: EUPL-1.2
import { getNamedType, isInputObjectType } from 'graphql';
import { beforeAll } from 'vitest';
import type { Client } from '../support/client.js';
import type { PracticeDocument } from '../support/entries.js';
import { type TestHub, useHub } from '../support/hub.js';
import { canary } from './canaries.js';
import { type Choice, choices, isLeft, states, type Subject } from './oracle.js';
import { createPeople, endMemberships, type People } from './people.js';
import { mutationFields, schema } from './schema-walk.js';
import { index, succeed } from './worker.js';

export interface CityEntry extends Subject {
  id: string;
  /** Its number in the canaries. */
  number: number;
  topic: string;
}

/** A hub with everybody in it and an entry in each state for each choice, indexed, each text with a word of its own. */
export interface City {
  hub: TestHub;
  people: People;
  entries: CityEntry[];
}

export const topics = ['energie', 'verkehr', 'gebaeude'];

/** `late`: the worker has seen everything released and nothing that followed, so search still holds what was shown to more people. */
export function useCity({ worker }: { worker: 'late' | 'done' } = { worker: 'done' }): City {
  const hub = useHub();
  const city = { hub } as City;
  beforeAll(async () => {
    city.people = await createPeople(hub);
    const subjects = choices.flatMap((choice) => states.map((state) => ({ choice, state })));
    city.entries = subjects.map((subject, number) => ({ ...subject, number, id: crypto.randomUUID(), topic: topics[number % 3]! }));
    for (const entry of city.entries) await create(city, entry);
    await index(hub.database, city.entries);
    for (const entry of city.entries) await goOn(city, entry);
    await index(hub.database, worker === 'done' ? city.entries : city.entries.filter(({ state }) => state === 'rewritten'));
    await endMemberships(hub, city.people);
    await succeed(hub.database);
  });
  return city;
}

async function create(city: City, entry: CityEntry): Promise<void> {
  const author = isLeft(entry) ? city.people.formerAuthor : city.people.author;
  await act(author, 'createDraft', { input: { entryId: entry.id, document: documentOf(city, entry, 1) } });
  const isReleased = !['trashed', 'draft', 'leftDraft'].includes(entry.state);
  if (isReleased) await act(author, 'publish', { entryId: entry.id, revision: 1 });
}

/** What makes its state of it. */
async function goOn(city: City, entry: CityEntry): Promise<void> {
  const { author, coAuthor, chosenCompany } = city.people;
  const { id: entryId, state, choice } = entry;
  if (state === 'trashed') await act(author, 'discard', { entryId });
  if (state === 'rewritten') await rewrite(city, entry);
  if (state === 'narrowed') await act(chosenCompany, 'addReuse', { entryId });
  if (state === 'narrowed' && choice !== 'PUBLIC')
    await act(coAuthor, 'narrowVisibility', { entryId, visibility: visibilityOf(city, choice) });
  if (state === 'archived') await act(author, 'archive', { entryId });
  if (state === 'withdrawn') await act(coAuthor, 'withdraw', { entryId });
}

async function rewrite(city: City, entry: CityEntry): Promise<void> {
  const { author, coAuthor } = city.people;
  const save = (base: number) =>
    act(coAuthor, 'saveRevision', { input: { entryId: entry.id, base, document: documentOf(city, entry, base + 1) } });
  await save(1);
  await act(author, 'publish', { entryId: entry.id, revision: 2 });
  await save(2);
}

const succeeded = ['Saved', 'Published', 'Changed', 'ReuseChanged'];

/** @throws Error when the mutation did not do what it was asked */
export async function act(client: Client, mutation: string, variables: Record<string, unknown>): Promise<void> {
  const field = mutationFields.find(({ name }) => name === mutation);
  const definitions = field?.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const values = field?.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `mutation (${definitions}) { answer: ${mutation}(${values}) { __typename } }`;
  const { answer } = await client.request<{ answer: { __typename: string } }>(query, variables);
  if (!succeeded.includes(answer.__typename)) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
}

/** Where each text stands in the canaries; the kind's own follow. */
export const fields = { title: 0, keyStatement: 1, body: 2, content: 3 } as const;

function documentOf(city: City, entry: CityEntry, revision: number): PracticeDocument {
  const word = (field: number) => canary({ entry: entry.number, revision, field });
  const { coAuthor, endedCoAuthor, formerCoAuthor } = city.people;
  const former = entry.state === 'rewritten' && revision === 1 ? [formerCoAuthor.personId] : [];
  return {
    title: `Licht ${capital(word(fields.title))}`,
    keyStatement: `Es leuchtet ${word(fields.keyStatement)}.`,
    body: `Mehr dazu: ${word(fields.body)}.`,
    language: 'de',
    topics: [entry.topic],
    coAuthors: [coAuthor.personId, endedCoAuthor.personId, ...former],
    validUntil: dayIn(10),
    visibility: visibilityOf(city, firstAskedFor(entry, revision)),
    content: contentOf(entry, word),
  };
}

function firstAskedFor({ choice, state }: CityEntry, revision: number): Choice {
  return state === 'narrowed' || (state === 'rewritten' && revision === 3) ? 'PUBLIC' : choice;
}

/** Kinds take turns; each says its fields in the schema. */
function contentOf({ number }: CityEntry, word: (field: number) => string): PracticeDocument['content'] {
  const kinds = inputFields('KindContentInput');
  const kind = kinds[number % kinds.length]!;
  const texts = inputFields(getNamedType(kind.type).name).map(({ name }, index) => [name, `Text ${word(fields.content + index)}`]);
  return { [kind.name]: Object.fromEntries(texts) } as PracticeDocument['content'];
}

function inputFields(name: string) {
  const type = schema.getType(name);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

export function visibilityOf({ hub }: City, choice: Choice): { choice: Choice; companies: string[] } {
  return { choice, companies: choice === 'COMPANIES' ? [hub.companies.wohnbau.id] : [] };
}

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
