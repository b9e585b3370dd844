// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entities } from '#features.js';
import { withTable } from '../../apps/local/data-protection/document.js';
import { catalogue, type CatalogueColumn, personalData } from '../../apps/local/data-protection/personal-data.js';
import { drift } from '../../apps/local/migrations/drift.js';
import { query, useDatabase } from '../support/database.js';

describe('the migrated database', () => {
  const database = useDatabase();

  it('has the tables and columns the entities name', async () => {
    expect(await drift(database.superuser, entities)).toEqual([]);
  });

  it('would be caught without a column an entity names', async () => {
    await query(database.superuser, 'alter table person_profile rename column about to hobbies');
    const faults = await drift(database.superuser, entities);
    await query(database.superuser, 'alter table person_profile rename column hobbies to about');
    expect(faults).toEqual(['person_profile.about is a property of the entity and no column of the database.']);
  });

  it('says of every column whether it is personal data', async () => {
    const data = personalData(await query<CatalogueColumn>(database.superuser, catalogue));
    expect(data.faults).toEqual([]);
    const document = readFileSync('docs/data-protection.md', 'utf8');
    expect(withTable(document, data), 'run "npm run data-protection"').toBe(document);
  });

  it('would be caught with a column that says nothing', async () => {
    await query(database.superuser, 'alter table person add column birthday date');
    const { faults } = personalData(await query<CatalogueColumn>(database.superuser, catalogue));
    await query(database.superuser, 'alter table person drop column birthday');
    expect(faults).toEqual([expect.stringContaining('person.birthday says nothing')]);
  });
});
