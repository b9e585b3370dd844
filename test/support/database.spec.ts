// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { query, useDatabase } from './database.js';

describe('a test database', () => {
  const database = useDatabase();

  it('is PostgreSQL 18 with German letters, ICU and the extensions search needs', async () => {
    const [row] = await query<{ version: number; letters: string; order: string[] }>(
      database.superuser,
      `select current_setting('server_version_num')::int / 10000 as version, upper('straße äöü') as letters,
         array(select w from unnest(array['Zug', 'Äpfel', 'Apfel']) w order by w) as order`,
    );
    expect(row).toEqual({ version: 18, letters: 'STRASSE ÄÖÜ', order: ['Apfel', 'Äpfel', 'Zug'] });
  });

  it.each(['migrations', 'reader', 'writer', 'worker', 'web'] as const)('lets the role of %s in', async (role) => {
    const [row] = await query<{ name: string }>(database[role], 'select current_database() as name');
    expect(row?.name).toBe(database.name);
  });
});
