// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it } from 'vitest';
import { PostgresqlSearchEngine } from '#search/postgresql-search-engine.js';
import { describeSearchEngine } from './search-engine.contract.js';
import { useSearchEngine } from './search-engine.harness.js';

const makeEngine = (): PostgresqlSearchEngine => new PostgresqlSearchEngine();

describeSearchEngine('postgresql', makeEngine);

describe('the tables of the PostgreSQL engine', () => {
  const hub = useSearchEngine(makeEngine);
  afterEach(async () => {
    await hub.clear();
    await hub.admin.query('truncate search.word');
  });

  const words = async (): Promise<string[]> =>
    (await hub.admin.query<{ form: string }>('select form from search.word order by 1')).rows.map(({ form }) => form);

  it('keep no word that no entry has', async () => {
    await hub.add({ title: 'Licht' });
    const changed = await hub.add({ title: 'Lichtmast' });
    const removed = await hub.add({ title: 'Quecksilber Licht' });
    await hub.put(changed, { title: 'Mast', keyStatement: '', body: '' });
    await hub.remove(removed);
    expect(await words()).toEqual(['licht', 'mast']);
  });

  it('hold their order when many write at once', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, (_, at) => hub.add({ title: `Wort${at} gemeinsam` })));
    await Promise.all(ids.flatMap((id, at) => [hub.put(id, { title: `Neu${at} gemeinsam`, keyStatement: '', body: '' }), hub.remove(id)]));
    await Promise.all(ids.map((id) => hub.remove(id)));
    expect(await words()).toEqual([]);
  });
});
