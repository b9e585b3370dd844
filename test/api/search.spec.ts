// SPDX-License-Identifier: EUPL-1.2
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '#platform/logging/logger.js';
import { SearchIndexingService } from '#search/search-indexing.service.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { Client } from '../support/client.js';
import { practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let worker: INestApplicationContext;
let author: Client;
let neighbour: Client;

beforeAll(async () => {
  const module = WorkerModule.forRoot({ databaseUrl: hub.database.worker, log: createLogger('worker', 'silent') });
  worker = await NestFactory.createApplicationContext(module, { logger: false });
  await worker.init();
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
});
afterAll(() => worker.close());

interface Found {
  total: number;
  hits: {
    entry: { id: string; title: string; usedBy: { slug: string }[] };
    title: Part[];
    keyStatement: Part[];
    snippet: Part[];
    reasons: string[];
  }[];
  facets: Record<string, { value: string; count: number }[]>;
  didYouMean: string | null;
  narrower: { value: string; count: number }[];
  endCursor: string | null;
  hasNextPage: boolean;
}
interface Part {
  text: string;
  match: boolean;
}

const fields = `total hits { entry { id title kind state slug company { slug } responsible { name } topics { id } publishedAt usedBy { slug } }
  title { text match } keyStatement { text match } snippet { text match } reasons }
  facets { kinds { value count } companies { value count } topics { value count } years { value count } states { value count } }
  didYouMean narrower { value count } endCursor hasNextPage`;

async function search(client: Client, input: Record<string, unknown>): Promise<Found> {
  const { search: found } = await client.request<{ search: Found }>(
    `query ($input: SearchInput!) { search(input: $input) { ${fields} } }`,
    { input },
  );
  return found;
}

async function change(mutation: string, entryId: string): Promise<void> {
  await author.request(`mutation ($id: ID!) { ${mutation}(entryId: $id) { __typename } }`, { id: entryId });
}

const ids = (found: Found): string[] => found.hits.map(({ entry }) => entry.id);
const text = (parts: Part[]): string => parts.map((part) => (part.match ? `[${part.text}]` : part.text)).join('');
const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 50 });

describe('from publishing to finding', () => {
  it('finds what another company published, marked, with its reasons', async () => {
    const id = await publish(author, practice({ title: 'Straßenbeleuchtung dimmen', keyStatement: 'Nachts genügt weniger.' }));
    await eventually(async () => expect(ids(await search(neighbour, { text: 'beleuchtung' }))).toEqual([id]));
    const [hit] = (await search(neighbour, { text: 'beleuchtung' })).hits;
    expect(hit?.entry).toMatchObject({
      title: 'Straßenbeleuchtung dimmen',
      kind: 'PRACTICE',
      state: 'PUBLISHED',
      company: { slug: 'stadtwerke' },
      responsible: { name: 'mirjam' },
      topics: [{ id: 'energie' }],
      usedBy: [],
    });
    expect(text(hit?.title ?? [])).toBe('Straßen[beleuchtung] dimmen');
    expect(hit?.snippet).toEqual([]);
    expect(hit?.reasons).toEqual(['title', 'part-of-word']);
    expect(await search(hub.stranger, { text: 'beleuchtung' })).toMatchObject({ total: 0, hits: [] });
  });

  it('shows a stretch of the body when title and key statement say nothing', async () => {
    const content = { ...practice().content.practice, approach: '**Weichen** heizen wir nur noch nach dem *Taupunktfühler*.' };
    const id = await publish(author, practice({ title: 'Winterdienst', content: { practice: content } }));
    await eventually(async () => expect(ids(await search(neighbour, { text: 'taupunktfuehler' }))).toEqual([id]));
    const [hit] = (await search(neighbour, { text: 'taupunktfühler' })).hits;
    expect(text(hit?.snippet ?? [])).toContain('Weichen heizen wir nur noch nach dem [Taupunktfühler].');
    expect(hit?.reasons).toEqual(['body']);
  });

  it('follows archive, restore, withdrawal and reuse', async () => {
    const id = await publish(author, practice({ title: 'Fernwärmeleck finden' }));
    const found = async (states: string[]): Promise<string[]> => ids(await search(neighbour, { text: 'fernwärmeleck', states }));
    await eventually(async () => expect(await found(['PUBLISHED'])).toEqual([id]));

    await neighbour.request('mutation ($id: ID!) { addReuse(entryId: $id) { __typename } }', { id });
    const [hit] = (await search(neighbour, { text: 'fernwärmeleck' })).hits;
    expect(hit).toMatchObject({ entry: { usedBy: [{ slug: 'wohnbau' }] }, reasons: ['title', 'used-by'] });

    await change('archive', id);
    await eventually(async () => expect(await found(['ARCHIVED'])).toEqual([id]));
    expect(await found(['PUBLISHED'])).toEqual([]);
    await change('restore', id);
    await eventually(async () => expect(await found(['PUBLISHED'])).toEqual([id]));
    await change('withdraw', id);
    // At once, before any job has run: the audiences changed with the state.
    expect(await found(['PUBLISHED', 'ARCHIVED'])).toEqual([]);
  });

  it('narrows at once', async () => {
    const id = await publish(author, practice({ title: 'Trafostation kühlen' }));
    await eventually(async () => expect(ids(await search(neighbour, { text: 'trafostation' }))).toEqual([id]));
    await author.request('mutation ($id: ID!) { narrowVisibility(entryId: $id, visibility: { choice: COMPANY }) { __typename } }', { id });
    expect(await search(neighbour, { text: 'trafostation' })).toMatchObject({ total: 0 });
    expect(ids(await search(author, { text: 'trafostation' }))).toEqual([id]);
  });

  it('indexes everything anew', async () => {
    const id = await publish(author, practice({ title: 'Umspannwerk lüften' }));
    await eventually(async () => expect(ids(await search(neighbour, { text: 'umspannwerk' }))).toEqual([id]));
    expect(await worker.get(SearchIndexingService).rebuild()).toBeGreaterThan(0);
    expect(ids(await search(neighbour, { text: 'umspannwerk' }))).toEqual([id]);
  });
});

describe('asking', () => {
  it('answers choices with what can be sent back', async () => {
    await publish(author, practice({ title: 'Zählerschrank' }));
    await eventually(async () => expect((await search(neighbour, { text: 'zählerschrank' })).total).toBe(1));
    const { facets } = await search(neighbour, { text: 'zählerschrank' });
    expect(facets).toMatchObject({
      kinds: [{ value: 'PRACTICE', count: 1 }],
      companies: [{ value: 'stadtwerke', count: 1 }],
      topics: [{ value: 'energie', count: 1 }],
      states: [{ value: 'PUBLISHED', count: 1 }],
    });
    const values = (facet: string): string[] => (facets[facet] ?? []).map(({ value }) => value);
    const again = {
      kinds: values('kinds'),
      companies: values('companies'),
      topics: values('topics'),
      states: values('states'),
      years: values('years').map(Number),
    };
    expect(await search(neighbour, { text: 'zählerschrank', ...again })).toMatchObject({ total: 1 });
  });

  it('suggests while somebody types, and says where another spelling was meant', async () => {
    await publish(author, practice({ title: 'Digitalisierung der Ablesung' }));
    await eventually(async () => expect((await search(neighbour, { text: 'ablesung' })).total).toBe(1));
    const { suggest } = await neighbour.request<{ suggest: unknown }>(
      '{ suggest(text: "digi") { words { value count } entries { entry { title } title { text match } } } }',
    );
    expect(suggest).toEqual({
      words: [{ value: 'digitalisierung', count: 1 }],
      entries: [
        {
          entry: { title: 'Digitalisierung der Ablesung' },
          title: [
            { text: 'Digi', match: true },
            { text: 'talisierung der Ablesung', match: false },
          ],
        },
      ],
    });
    const misspelled = await search(neighbour, { text: 'Digitalisirung' });
    expect(misspelled).toMatchObject({ total: 1, didYouMean: 'digitalisierung' });
    expect(misspelled.hits[0]?.reasons).toContain('similar-spelling');
  });

  it('shows authors what is like their title, never the entry itself', async () => {
    const own = await publish(author, practice({ title: 'Hydranten spülen' }));
    const other = await publish(author, practice({ title: 'Hydranten prüfen' }));
    const similar = `query ($title: String!, $except: ID) { similar(title: $title, exceptEntryId: $except) { entry { id } } }`;
    await eventually(async () => {
      const found = await neighbour.request<{ similar: { entry: { id: string } }[] }>(similar, { title: 'Hydranten', except: own });
      expect(found.similar.map(({ entry }) => entry.id)).toEqual([other]);
    });
    const { errors } = await hub.stranger.send(similar, { title: 'Hydranten' });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    { text: 'x'.repeat(201) },
    { text: 'x', first: 51 },
    { text: 'x', first: 0 },
    { text: 'x', companies: Array.from({ length: 51 }, () => 'wohnbau') },
    { text: 'x', after: 'nonsense' },
  ])('refuses what is beyond the limits: %j', async (input) => {
    const { errors } = await neighbour.send(`query ($input: SearchInput!) { search(input: $input) { total } }`, { input });
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it.each(["'", '\\', '%_%', '\u0000', '\ud800', 'a & b | !', ':*', '   ', 'a'.repeat(200)])('answers %j', async (typed) => {
    expect((await search(hub.stranger, { text: typed, topics: [typed.slice(0, 80)] })).total).toBe(0);
    await neighbour.request('query ($text: String!) { suggest(text: $text) { words { value } } similar(title: $text) { reasons } }', {
      text: typed,
    });
  });
});
