// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { RolePasswords } from '../../apps/local/hub-database.js';

/** What `global-setup.ts` hands to the test files. */
export interface TestServer {
  superuserUrl: string;
  template: string;
  port: number;
  passwords: RolePasswords;
}

/** A migrated, empty database of its own, with the address of each role. */
export interface TestDatabase {
  name: string;
  migrations: string;
  reader: string;
  writer: string;
  worker: string;
  web: string;
  /** Past every policy: to look at what is really there, never to prepare what a use case can make. */
  superuser: string;
}

/**
 * Gives the test file a database of its own, dropped afterwards. Call it at the top level or in a `describe`; files run side by side.
 * @returns the database, from the first `beforeAll` after this call on
 */
export function useDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  beforeAll(async () => Object.assign(database, await createTestDatabase()));
  afterAll(() => dropTestDatabase(database));
  return database;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const { template, port, passwords } = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // The rights of `createRoles` on a database are the database's own, and a clone has none of them.
  await onServer(
    `create database ${name} template ${template} owner hub_migrator`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to hub_reader, hub_writer, hub_worker, hub_web`,
  );
  const url = (role: keyof RolePasswords): string => `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${name}`;
  return {
    name,
    migrations: url('hub_migrator'),
    reader: url('hub_reader'),
    writer: url('hub_writer'),
    worker: url('hub_worker'),
    web: url('hub_web'),
    superuser: inject('testServer').superuserUrl.replace(/\/postgres$/, `/${name}`),
  };
}

export async function dropTestDatabase({ name }: TestDatabase): Promise<void> {
  await onServer(`drop database if exists ${name} with (force)`);
}

/** Rows of one statement on a connection of its own. */
export async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('testServer').superuserUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
