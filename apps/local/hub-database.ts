// SPDX-License-Identifier: EUPL-1.2
import { createRoles, type DatabaseRole } from '#platform/database/roles.js';
import type { EmbeddedDatabase } from './embedded-database.js';

export type RolePasswords = Record<DatabaseRole, string>;

/** Makes the database and its roles where they are missing; every step may be repeated after a start that was killed. */
export async function createHubDatabase(server: EmbeddedDatabase, name: string, passwords: RolePasswords): Promise<void> {
  await server.asSuperuser(async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
    await createRoles(client, name, passwords);
  });
}

/** @returns the names of the migrations that were new to this database */
export async function migrateHubDatabase(
  server: EmbeddedDatabase,
  name: string,
  passwords: RolePasswords,
  root: string,
): Promise<string[]> {
  // Loaded when it is needed: the migrator takes half a second and 80 MB, and most starts have nothing to migrate.
  const { migrate } = await import('#platform/database/migrate.js');
  const { applied } = await migrate(server.url('hub_migrator', passwords.hub_migrator, name), root);
  return applied;
}
