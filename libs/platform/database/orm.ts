// SPDX-License-Identifier: EUPL-1.2
import type { Pool, PoolClient } from 'pg';
import { defineConfig, type EntitySchema, UnderscoreNamingStrategy } from '@mikro-orm/postgresql';

const sessionOptions = '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000';

/** How entities are written: the role `hub_writer`, or `hub_worker` in the worker. Tables come from migrations alone. */
export function ormOptions(url: string, entities: EntitySchema[]): ReturnType<typeof defineConfig> {
  return defineConfig({
    clientUrl: url,
    entities,
    namingStrategy: UnderscoreNamingStrategy,
    forceUtcTimezone: true,
    allowGlobalContext: false,
    ensureDatabase: false,
    driverOptions: { options: sessionOptions, connectionTimeoutMillis: 5_000, onPoolCreated: giveBackBroken },
    pool: { min: 0, max: 10 },
    discovery: { checkDuplicateTableNames: true },
    debug: false,
  });
}

/**
 * A connection that breaks inside a transaction would never come back: Kysely (0.29) gives it back after a rollback, and on a broken connection
 * that fails. Ten writes at the moment PostgreSQL restarts, and the process could write no more.
 */
function giveBackBroken(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_, client) => inUse.delete(client));
  pool.on('connect', (client) =>
    client.once('end', () => {
      if (inUse.has(client)) client.release(true);
    }),
  );
}
