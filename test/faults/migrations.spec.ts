// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { migrate, migrationFiles } from '#platform/database/migrate.js';
import { query } from '../support/database.js';

const name = `test_${randomUUID().replaceAll('-', '')}`;
const { superuserUrl, port, passwords } = inject('testServer');
const url = `postgresql://hub_migrator:${passwords.hub_migrator}@127.0.0.1:${port}/${name}`;
const all = migrationFiles(process.cwd()).map((file) => file.name);

beforeAll(() => query(superuserUrl, `create database ${name} owner hub_migrator`));
afterAll(() => query(superuserUrl, `drop database if exists ${name} with (force)`));

it('three processes that start at once bring an empty database to the present state, once', async () => {
  const runs = await Promise.all([1, 2, 3].map(() => migrate(url, process.cwd())));
  expect(runs.flatMap(({ applied }) => applied)).toEqual(all);
  expect(await migrate(url, process.cwd())).toEqual({ applied: [] });
});

it('one that is cut off in the middle is as if it had not begun, and the next one does it', async () => {
  await query(url, 'drop schema public cascade; drop schema access cascade; drop schema search cascade; create schema public;');
  await query(url, 'drop schema if exists pgboss cascade; drop schema if exists web cascade;');
  const killer = new pg.Client({ connectionString: superuserUrl });
  await killer.connect();
  const run = { over: false };
  const cutOff = migrate(url, process.cwd()).then(
    () => 'finished',
    () => 'cut off',
  );
  void cutOff.then(() => (run.over = true));
  // While tables and functions are being made, whichever migration it is.
  const inTheMiddle = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = $1 and state <> 'idle' and query ~* 'create (table|function)'`;
  for (let killed = 0; killed === 0 && !run.over;) killed = (await killer.query(inTheMiddle, [name])).rowCount ?? 0;
  await killer.end();
  expect(await cutOff).toBe('cut off');
  await migrate(url, process.cwd());
  const done = await query<{ name: string }>(url, 'select name from migration order by id');
  expect(done.map((row) => row.name)).toEqual(all);
});
