// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '#features.js';
import { migrationDigest } from '#platform/database/migrate.js';
import { withFreshDatabase } from '../fresh-database.js';
import { drift } from '../migrations/drift.js';
import { print } from '../start/steps.js';

/**
 * `npm run migrations` writes the digest of all migrations; with `--check` it compares instead, and the entities with a freshly migrated
 * database, too. @returns 1 when something does not fit
 */
export async function run(args: string[], root: string): Promise<number> {
  const file = join(root, 'libs/platform/database/migrations/digest.txt');
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const present = migrationDigest(root);
  if (!args.includes('--check')) {
    writeFileSync(file, present);
    print(`${present.trim().split('\n').length} migrations.`);
    return 0;
  }
  const faults = [...changes(written, present), ...(await withFreshDatabase(root, (url) => drift(url, entities)))];
  print(faults.length > 0 ? faults.map((fault) => `  - ${fault}`).join('\n') : 'Migrations, digest and entities fit together.');
  return faults.length > 0 ? 1 : 0;
}

function changes(written: string, present: string): string[] {
  const known = parse(written);
  const now = parse(present);
  const changed = [...now].filter(([name, digest]) => known.has(name) && known.get(name) !== digest);
  const fresh = [...now.keys()].filter((name) => !known.has(name));
  const gone = [...known.keys()].filter((name) => !now.has(name));
  return [
    ...changed.map(([name]) => `${name} was changed after it was written down. Databases have run it already: write a new migration.`),
    ...fresh.map((name) => `${name} is not in digest.txt yet. Run "npm run migrations".`),
    ...gone.map((name) => `${name} is in digest.txt and no longer there.`),
  ];
}

function parse(digest: string): Map<string, string> {
  const lines = digest.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => line.split(' ') as [string, string]));
}
