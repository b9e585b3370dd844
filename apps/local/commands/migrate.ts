// SPDX-License-Identifier: EUPL-1.2
import { migrate } from '#platform/database/migrate.js';
import { print } from '../start/steps.js';

/** `npm run migrate`: brings the database of `DATABASE_MIGRATIONS_URL` to the present state. For servers; `npm start` does it by itself. */
export async function run(_args: string[], root: string): Promise<number> {
  const { DATABASE_MIGRATIONS_URL: url } = process.env;
  if (!url) throw new Error('DATABASE_MIGRATIONS_URL is missing: the address of the database for the role hub_migrator.');
  const { applied } = await migrate(url, root);
  print(applied.length > 0 ? `Applied: ${applied.join(', ')}.` : 'Nothing to do.');
  return 0;
}
