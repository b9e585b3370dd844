// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadExampleCity } from '../../apps/local/example-data/load.js';
import { findFiles } from '../../apps/local/import/find-files.js';
import { FileImport, type ImportResult } from '../../apps/local/import/import-files.js';
import type { ImportOptions } from '../../apps/local/import/import-options.js';
import { findImporter } from '../../apps/local/import/importer.js';
import { UseCases } from '../../apps/local/use-cases.js';
import { query, useDatabase } from '../support/database.js';

const examples = 'apps/local/examples';
const database = useDatabase();

function load(today = new Date('2027-03-09T10:00:00Z')) {
  const { migrations, writer, worker } = database;
  const issuer = 'http://127.0.0.1:3002/realms/konzern-stadt';
  return loadExampleCity({ folder: examples, issuer, migrationsUrl: migrations, writerUrl: writer, workerUrl: worker, today });
}

const everything = `select e.id, e.state, e.slug, e.published_at, e.audiences, (select count(*) from reuse r where r.entry_id = e.id) as reuses,
  (select count(*) from event v where v.entry_id = e.id) as events from entry e order by e.id`;

beforeAll(async () => {
  await load();
});

describe('the example city', () => {
  it('is what its files say', async () => {
    const [counts] = await query<{ companies: number; people: number }>(
      database.superuser,
      'select (select count(*)::int from company) as companies, (select count(*)::int from person) as people',
    );
    expect(counts).toEqual({ companies: readdirSync(join(examples, 'companies')).length, people: 68 });
  });

  it('is the same after a second load', async () => {
    const before = await query(database.superuser, everything);
    await load();
    expect(await query(database.superuser, everything)).toEqual(before);
    expect(before.length).toBeGreaterThan(60);
  });

  it('goes on where a killed load ended', async () => {
    const before = await query(database.superuser, everything);
    await query(database.superuser, `delete from entry where id in (select id from entry where state = 'published' order by id limit 5)`);
    await load();
    expect(await query(database.superuser, everything)).toEqual(before);
  });

  it('can be searched at once', async () => {
    const [row] = await query<{ missing: number }>(
      database.superuser,
      `select count(*)::int as missing from entry e where state = 'published' and not exists (select 1 from search.document d where d.entry_id = e.id)`,
    );
    expect(row?.missing).toBe(0);
  });
});

describe('npm run import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'konzern-stadt-import-'));
  const prose = 'Im Winter räumen wir zuerst die Wege zu den Schulen, danach die Haltestellen.';
  writeFileSync(join(folder, 'a.md'), `# Räumplan\n\n${prose}\n\nDer Plan hängt in jeder Garage.`);
  writeFileSync(join(folder, 'b.txt'), 'Nur ein Titel');
  writeFileSync(join(folder, 'c.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
  writeFileSync(join(folder, 'd.pdf'), '%PDF');
  const options: ImportOptions = { company: 'stadtwerke', kind: 'practice', publish: 'group', as: null, data: '', paths: [folder] };

  it('publishes what is complete and says why the rest is refused, and a second time changes nothing', async () => {
    expect(await importAll(options)).toEqual([
      { what: 'published', why: 'Räumplan' },
      { what: 'refused', why: 'has no text beside its title' },
      { what: 'refused', why: 'is not UTF-8 text' },
    ]);
    const entry = `select title, key_statement, body, visibility, state from entry where title = 'Räumplan'`;
    const before = await query(database.superuser, entry);
    expect(before).toEqual([
      { title: 'Räumplan', key_statement: prose, body: 'Der Plan hängt in jeder Garage.', visibility: 'group', state: 'published' },
    ]);
    expect((await importAll(options))[0]).toEqual({ what: 'skipped', why: 'already there' });
    expect(await query(database.superuser, entry)).toEqual(before);
  });

  it('names the companies when there is none of that name', async () => {
    await expect(findImporter(database.migrations, 'stadtwerk', null)).rejects.toThrow(/No company is called "stadtwerk".*stadtwerke/);
  });

  it('imports in nobody’s name who may not write', async () => {
    await expect(findImporter(database.migrations, 'wohnbau', 'Ingo Pallasch')).rejects.toThrow(
      'Nobody called "Ingo Pallasch" may write for "wohnbau"',
    );
  });
});

async function importAll(options: ImportOptions): Promise<ImportResult[]> {
  const importer = await findImporter(database.migrations, options.company, options.as);
  return UseCases.with(database.writer, async (useCases) => {
    const fileImport = new FileImport(useCases, importer, options);
    const results: ImportResult[] = [];
    for (const file of findFiles(options.paths)) if (file.readable) results.push(await fileImport.run(file));
    return results;
  });
}
