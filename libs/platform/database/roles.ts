// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/** The five roles of the hub. None bypasses row-level security; each process knows only its own. */
export const databaseRoles = ['hub_migrator', 'hub_reader', 'hub_writer', 'hub_worker', 'hub_web'] as const;

export type DatabaseRole = (typeof databaseRoles)[number];

/**
 * Creates the roles where they are missing, gives each its password and makes `hub_migrator` the owner of the database, which it must be to
 * create the schemas and the two trusted extensions. Run as a superuser once for each database; `docs/operating.md` has it as SQL.
 */
export async function createRoles(superuser: pg.Client, database: string, passwords: Record<DatabaseRole, string>): Promise<void> {
  for (const role of databaseRoles) {
    const { rowCount } = await superuser.query('select 1 from pg_roles where rolname = $1', [role]);
    const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(passwords[role])}`;
    await superuser.query(`${rowCount ? 'alter' : 'create'} role ${role} ${attributes}`);
  }
  const name = pg.escapeIdentifier(database);
  await superuser.query(`alter database ${name} owner to hub_migrator`);
  await superuser.query(`revoke all on database ${name} from public`);
  await superuser.query(`grant connect on database ${name} to hub_reader, hub_writer, hub_worker, hub_web`);
}
