// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { canary } from './canaries.js';
import { type CityEntry, fields, topics, useCity } from './city.js';
import {
  type ActorName,
  actorNames,
  isAuthor,
  isLeft,
  mayReadPeople,
  releasedRevision,
  revisionsOf,
  sees,
  stateInApi,
  writes,
} from './oracle.js';

const city = useCity();

/** Ids of the entries in these states that the oracle shows to somebody. */
function seen(actor: ActorName, states: string[], matches: (entry: CityEntry) => boolean = () => true): string[] {
  const entries = city.entries.filter((entry) => states.includes(stateInApi[entry.state]) && sees(actor, entry) && matches(entry));
  return entries.map(({ id }) => id).sort();
}

const wasReleased = ({ state }: CityEntry) => releasedRevision[state] > 0;
const ofTheStadtwerke = ['author', 'sameDepartment', 'subDepartment', 'parentDepartment', 'otherDepartment', 'editor', 'companyAdmin'];

async function allPages(actor: ActorName, query: string, variables: object): Promise<{ ids: string[]; page: Page }> {
  const ids: string[] = [];
  let page: Page = { nodes: [], endCursor: null, hasNextPage: true };
  while (page.hasNextPage) {
    const answer = await city.people[actor].request<{ page: Page }>(query, { ...variables, after: page.endCursor });
    page = answer.page;
    ids.push(...page.nodes.map((node) => node.id ?? node.entry!.id));
  }
  return { ids: ids.sort(), page };
}

/** The answers about all entries, in their order; several in one document. */
async function aboutEach(actor: ActorName, atOnce: number, ask: (id: string) => string): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let at = 0; at < city.entries.length; at += atOnce) {
    const some = city.entries.slice(at, at + atOnce);
    const data = await city.people[actor].request(`{ ${some.map(({ id }, index) => `a${index}: ${ask(JSON.stringify(id))}`).join(' ')} }`);
    answers.push(...some.map((_, index) => data[`a${index}`]));
  }
  return answers;
}

interface Page {
  nodes: { id?: string; entry?: { id: string } }[];
  endCursor: string | null;
  hasNextPage: boolean;
  total?: number;
  counts?: Record<string, number>;
  facets?: Record<string, { value: string; count: number }[]>;
}

describe.each(actorNames)('%s', (actor) => {
  it('opens what the oracle shows, with its texts', async () => {
    const found = await aboutEach(actor, 14, (id) => `entry(id: ${id}) { title }`);
    for (const entry of city.entries) {
      const word = canary({ entry: entry.number, revision: releasedRevision[entry.state], field: fields.title });
      const title: unknown = wasReleased(entry) ? expect.stringContaining(word.slice(1)) : '';
      expect(found[entry.number], JSON.stringify(entry)).toEqual(sees(actor, entry) ? { title } : null);
    }
  });

  const forEmployees = mayReadPeople(actor) ? it : null;
  forEmployees?.('opens what the oracle lets them write, with every revision', async () => {
    const drafts = await aboutEach(actor, 14, (id) => `draft(entryId: ${id}) { entryId }`);
    const revisions = await aboutEach(actor, 14, (id) => `revisions(entryId: ${id}) { number }`);
    for (const entry of city.entries) {
      const isTheirs = writes(actor, entry);
      expect(drafts[entry.number] !== null, JSON.stringify(entry)).toBe(isTheirs && entry.state !== 'trashed');
      expect(revisions[entry.number]).toHaveLength(isTheirs ? revisionsOf[entry.state] : 0);
    }
  });

  it('lists and counts what the oracle shows', async () => {
    const list =
      'query ($filter: EntryFilter, $after: String) { page: entries(filter: $filter, first: 7, after: $after) { nodes { id } endCursor hasNextPage } }';
    for (const state of ['PUBLISHED', 'ARCHIVED', 'DRAFT', 'TRASHED']) {
      expect((await allPages(actor, list, { filter: { state } })).ids).toEqual(seen(actor, [state], wasReleased));
    }
    for (const topic of topics) {
      expect((await allPages(actor, list, { filter: { topic } })).ids).toEqual(
        seen(actor, ['PUBLISHED'], (entry) => entry.topic === topic),
      );
    }
    const { hubCounts, companies } = await city.people[actor].request<{
      hubCounts: { entries: number };
      companies: { slug: string; entryCount: number; people: { nodes: object[] }; departments: object[] }[];
    }>('{ hubCounts { entries } companies { slug entryCount people { nodes { name } } departments { slug } } }');
    const published = seen(actor, ['PUBLISHED']).length;
    expect(hubCounts.entries).toBe(published);
    for (const { slug, entryCount, people, departments } of companies) {
      expect(entryCount).toBe(slug === 'stadtwerke' ? published : 0);
      expect([people.nodes.length > 0, departments.length > 0]).toEqual([mayReadPeople(actor), mayReadPeople(actor)]);
    }
  });

  it('finds and counts in search what the oracle shows', async () => {
    const search = `query ($text: String!, $states: [EntryState!], $after: String) { page: search(input: { text: $text, states: $states, first: 7, after: $after }) {
      total nodes: hits { entry { id } } facets { kinds { value count } companies { value count } topics { value count } states { value count } years { count } }
      endCursor hasNextPage } }`;
    for (const text of ['', 'licht']) {
      const expected = seen(actor, ['PUBLISHED', 'ARCHIVED']);
      const { ids, page } = await allPages(actor, search, { text, states: ['PUBLISHED', 'ARCHIVED'] });
      expect(ids).toEqual(expected);
      expect(page.total).toBe(expected.length);
      const { kinds, companies, years, topics: byTopic, states } = page.facets ?? {};
      for (const facet of [kinds, companies, years]) expect(sum(facet)).toBe(expected.length);
      expect(companies?.map(({ value }) => value)).toEqual(expected.length > 0 ? ['stadtwerke'] : []);
      expect(counted(byTopic)).toEqual(
        Object.fromEntries(
          topics.flatMap((topic) =>
            count(
              topic,
              seen(actor, ['PUBLISHED', 'ARCHIVED'], (entry) => entry.topic === topic),
            ),
          ),
        ),
      );
      expect(counted(states)).toEqual(Object.fromEntries(['PUBLISHED', 'ARCHIVED'].flatMap((state) => count(state, seen(actor, [state])))));
    }
  });

  forEmployees?.('is told what is new and due as the oracle shows it', async () => {
    const answer = await city.people[actor].request<{
      newFromOthers: { total: number };
      dueForMe: object[];
    }>('{ newFromOthers(first: 3) { total } dueForMe { due } }');
    const published = seen(actor, ['PUBLISHED']);
    expect(answer.newFromOthers.total).toBe(ofTheStadtwerke.includes(actor) ? 0 : published.length);
    const isMine = actor === 'author' ? (entry: CityEntry) => !isLeft(entry) : () => false;
    expect(answer.dueForMe).toHaveLength(seen(actor, ['PUBLISHED'], isMine).length);
  });

  forEmployees?.('lists and counts what they write, and what they look after for the company, as the oracle shows it', async () => {
    const list = `query ($filter: MyEntriesFilter, $after: String) { page: myEntries(filter: $filter, first: 7, after: $after)
      { nodes { id: entryId } endCursor hasNextPage counts { all trashed unreleased } } }`;
    const isWaiting = ({ state }: CityEntry) => ['draft', 'withdrawn', 'rewritten', 'leftDraft'].includes(state);
    const scopes = {
      OWN: (entry: CityEntry) => isAuthor(actor, entry),
      COMPANY: (entry: CityEntry) => actor === 'editor' && writes(actor, entry),
      WITHOUT_RESPONSIBLE: (entry: CityEntry) => ['editor', 'companyAdmin'].includes(actor) && isLeft(entry),
    };
    for (const [scope, isTheirs] of Object.entries(scopes)) {
      const theirs = city.entries.filter(isTheirs);
      const { ids, page } = await allPages(actor, list, { filter: { scope } });
      expect(ids).toEqual(theirs.map(({ id }) => id).sort());
      const trashed = theirs.filter(({ state }) => state === 'trashed').length;
      expect(page.counts).toEqual({ all: theirs.length, trashed, unreleased: theirs.filter(isWaiting).length });
      const waiting = await allPages(actor, list, { filter: { scope, unreleased: true } });
      expect(waiting.ids).toEqual(
        theirs
          .filter(isWaiting)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });
});

function sum(facet: { count: number }[] = []): number {
  return facet.reduce((total, { count }) => total + count, 0);
}

function counted(facet: { value: string; count: number }[] = []): Record<string, number> {
  return Object.fromEntries(facet.map(({ value, count }) => [value, count]));
}

function count(value: string, ids: string[]): [string, number][] {
  return ids.length > 0 ? [[value, ids.length]] : [];
}
