// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedDatabase } from './embedded-database.js';
import { freePort } from './free-port.js';
import { createHubDatabase, migrateHubDatabase } from './hub-database.js';
import { databaseName } from './start/descriptions.js';
import { loadSecrets } from './start/secrets.js';

/** Where a command finds the hub's database, as owner of the tables and as the role that writes. */
export interface Connection {
  migrationsUrl: string;
  writerUrl: string;
}

/**
 * Runs a command against the database the environment names, or else against the one of `npm start` in the data folder: whether the hub
 * runs at the moment or not.
 * @throws Error with a sentence when there is none
 */
export async function withDatabase<Result>(root: string, data: string, use: (connection: Connection) => Promise<Result>): Promise<Result> {
  const { DATABASE_MIGRATIONS_URL: migrationsUrl, DATABASE_WRITER_URL: writerUrl } = process.env;
  if (migrationsUrl && writerUrl) return use({ migrationsUrl, writerUrl });
  const folder = resolve(root, data);
  if (!existsSync(join(folder, 'postgres'))) throw new Error(`There is no hub in ${data} yet. Run "npm start" once.`);
  const { superuserPassword, rolePasswords } = loadSecrets(folder);
  const database = await EmbeddedDatabase.start({
    folder: join(folder, 'postgres'),
    port: await freePort(3_003),
    password: superuserPassword,
  });
  try {
    await createHubDatabase(database, databaseName, rolePasswords);
    await migrateHubDatabase(database, databaseName, rolePasswords, root);
    const url = (role: 'hub_migrator' | 'hub_writer'): string => database.url(role, rolePasswords[role], databaseName);
    return await use({ migrationsUrl: url('hub_migrator'), writerUrl: url('hub_writer') });
  } finally {
    if (!database.adopted) await database.stop();
  }
}
