// SPDX-License-Identifier: EUPL-1.2
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
    driverOptions: { options: sessionOptions, connectionTimeoutMillis: 5_000 },
    pool: { min: 0, max: 10 },
    discovery: { checkDuplicateTableNames: true },
    debug: false,
  });
}
