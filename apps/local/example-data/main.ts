// SPDX-License-Identifier: EUPL-1.2
// Run by `npm start` at its first start: brings the example city into an empty, migrated database and says in one line what it did.
import * as v from 'valibot';
import { read } from '#platform/config/config.js';
import { loadExampleCity } from './load.js';

const settings = read(
  v.object({
    DATABASE_MIGRATIONS_URL: v.string(),
    DATABASE_WRITER_URL: v.string(),
    DATABASE_WORKER_URL: v.string(),
    ISSUER_URL: v.string(),
    EXAMPLES_DIR: v.string(),
  }),
  process.env,
);

const { companies, people, entries } = await loadExampleCity({
  folder: settings.EXAMPLES_DIR,
  issuer: settings.ISSUER_URL,
  migrationsUrl: settings.DATABASE_MIGRATIONS_URL,
  writerUrl: settings.DATABASE_WRITER_URL,
  workerUrl: settings.DATABASE_WORKER_URL,
  today: new Date(),
});
process.stdout.write(`${companies} companies, ${people} people, ${entries} entries\n`);
