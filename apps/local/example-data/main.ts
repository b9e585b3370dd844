// SPDX-License-Identifier: EUPL-1.2
// Run by `npm start` at its first start: brings the example city into an empty, migrated database and says in one line what it did.
import pg from 'pg';
import * as v from 'valibot';
import type { EntryState } from '#entries/entry.entity.js';
import { read } from '#platform/config/config.js';
import { UseCases } from '../use-cases.js';
import { ExampleEntries } from './entries.js';
import { loadOrganisation } from './organisation.js';
import { type ExampleEntry, readCompanies, readEntries } from './read-examples.js';

const settings = read(
  v.object({ DATABASE_MIGRATIONS_URL: v.string(), DATABASE_WRITER_URL: v.string(), ISSUER_URL: v.string(), EXAMPLES_DIR: v.string() }),
  process.env,
);
const parallel = 4;

const companies = readCompanies(settings.EXAMPLES_DIR);
const states = await asOwner(async (client) => {
  await loadOrganisation(client, companies, settings.ISSUER_URL);
  const { rows } = await client.query<{ id: string; state: EntryState }>('select id, state from entry');
  return new Map(rows.map(({ id, state }) => [id, state]));
});

const useCases = await UseCases.open(settings.DATABASE_WRITER_URL);
const examples = new ExampleEntries(useCases, { issuer: settings.ISSUER_URL, today: new Date(), companies, states });
const loaded = await loadAll(readEntries(settings.EXAMPLES_DIR));
await useCases.close();

const people = companies.reduce((sum, company) => sum + company.people.length, 0);
process.stdout.write(`${companies.length} companies, ${people} people, ${loaded} entries\n`);

async function loadAll(entries: ExampleEntry[]): Promise<number> {
  const queue = entries.values();
  let count = 0;
  const work = async (): Promise<void> => {
    for (const entry of queue) if (await examples.load(entry)) count += 1;
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return count;
}

async function asOwner<Result>(use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: settings.DATABASE_MIGRATIONS_URL });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
