// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import type { EntryState } from '#entries/entry.entity.js';
import { SearchIndexingService } from '#search/search-indexing.service.js';
import { UseCases } from '../use-cases.js';
import { ExampleEntries } from './entries.js';
import { loadOrganisation } from './organisation.js';
import { type ExampleEntry, readCompanies, readEntries } from './read-examples.js';

export interface ExampleCity {
  /** Holds `companies/*.yaml` and `entries/*.md`. */
  folder: string;
  /** Address of the sign-in that will know the people. */
  issuer: string;
  migrationsUrl: string;
  writerUrl: string;
  workerUrl: string;
  today: Date;
}

export interface LoadedCity {
  companies: number;
  people: number;
  entries: number;
}

const parallel = 4;

/** Brings the example city into a migrated database. May be repeated, also after it was killed on the way: what is there stays as it is. */
export async function loadExampleCity({ folder, issuer, migrationsUrl, writerUrl, workerUrl, today }: ExampleCity): Promise<LoadedCity> {
  const companies = readCompanies(folder);
  const states = await asOwner(migrationsUrl, async (client) => {
    await loadOrganisation(client, companies, issuer);
    return entryStates(client);
  });
  const entries = await UseCases.with(writerUrl, (useCases) =>
    loadAll(new ExampleEntries(useCases, { issuer, today, companies, states }), readEntries(folder)),
  );
  // The worker has a job for each entry, too; this way the first search finds all of them.
  await UseCases.with(workerUrl, (useCases) => useCases.get(SearchIndexingService).rebuild());
  return { companies: companies.length, people: companies.flatMap(({ people }) => people).length, entries };
}

async function entryStates(client: pg.Client): Promise<Map<string, EntryState>> {
  const { rows } = await client.query<{ id: string; state: EntryState }>('select id, state from entry');
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** Several at a time: each waits for the database most of its time. */
async function loadAll(examples: ExampleEntries, entries: ExampleEntry[]): Promise<number> {
  const queue = entries.values();
  let count = 0;
  const work = async (): Promise<void> => {
    for (const entry of queue) if (await examples.load(entry)) count += 1;
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return count;
}

async function asOwner<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
