// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { catalogueRules } from '../leaks/catalogue.js';
import { query, useDatabase } from '../support/database.js';

const database = useDatabase();

describe('the catalogue of the migrated database', () => {
  it.each(catalogueRules)('$name', async ({ sql }) => {
    expect(await query(database.superuser, sql)).toEqual([]);
  });
});

describe('a connection on which nobody entered', () => {
  it.each(['reader', 'writer'] as const)('is loud for the %s, at first and after a request', async (role) => {
    const client = new pg.Client({ connectionString: database[role] });
    await client.connect();
    const read = () => client.query('select id from entry');
    await expect(read()).rejects.toMatchObject({ code: '42704' });
    await client.query(`begin; select access.enter(null, null, null); commit`);
    await expect(read()).rejects.toMatchObject({ code: '22P02' });
    await client.end();
  });

  it.each(['reader', 'writer', 'worker', 'web'] as const)('cannot give the %s another role', async (role) => {
    for (const other of ['hub_migrator', 'hub_reader', 'hub_writer', 'hub_worker', 'hub_web']) {
      if (other !== `hub_${role}`) await expect(query(database[role], `set role ${other}`)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
