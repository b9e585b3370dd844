// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { SearchEngineHarness } from './search-engine.harness.js';

/** Nothing of what somebody may not see, and the present state of the rest. */
export function describeAccess(hub: SearchEngineHarness): void {
  describe('who sees what', () => {
    it('finds only what the viewer sees, in hits, totals, facets, completions, spellings and similar entries', async () => {
      const { wohnbau } = hub.companies;
      await hub.add({ title: 'Geheimbeleuchtung', audiences: [`company:${wohnbau.id}`], topics: ['energie'] });
      for (const viewer of ['klinikum', null]) {
        const page = await hub.query({ text: 'geheimbeleuchtung' }, viewer);
        expect(page).toMatchObject({ total: 0, hits: [], didYouMean: null, narrower: [] });
        expect(Object.values(page.facets).flat()).toEqual([]);
        expect(await hub.query({ text: 'geheimbeleuchtnug' }, viewer)).toMatchObject({ total: 0, didYouMean: null });
        expect(await hub.query({ text: '' }, viewer)).toMatchObject({ total: 0 });
        expect(await hub.suggest('geheim', viewer)).toMatchObject({ words: [], hits: [] });
        expect(await hub.similar('Geheimbeleuchtung', null, viewer)).toEqual([]);
      }
      expect(await hub.titles('geheimbeleuchtung', 'wohnbau')).toEqual(['Geheimbeleuchtung']);
    });

    it('counts only what the viewer sees', async () => {
      await hub.add({ title: 'Kellerlicht', audiences: ['group'] });
      await hub.add({ title: 'Kellerlicht', audiences: ['office'] });
      for (const title of ['Kellerbahn', 'Kellerdach', 'Kellertür']) await hub.add({ title });
      await hub.add({ title: 'Dachboden', body: 'mit Kellerlicht', audiences: ['office'] });
      expect((await hub.suggest('keller')).words).toContainEqual({ value: 'kellerlicht', count: 1 });
      expect((await hub.suggest('kellerl')).words).toEqual([{ value: 'kellerlicht', count: 1 }]);
      expect((await hub.query({ text: 'keller' })).narrower).toContainEqual({ value: 'kellerlicht', count: 1 });
    });

    it('lets hidden words neither be known nor stand in the way', async () => {
      await hub.add({ title: 'Digitalisirung', audiences: ['office'] });
      await hub.add({ title: 'Digitalisierung' });
      expect(await hub.query({ text: 'digitalisirung' })).toMatchObject({ total: 1, didYouMean: 'digitalisierung' });
      await hub.add({ title: 'Sporthales', audiences: ['office'] });
      await hub.add({ title: 'Sporthalle' });
      expect(await hub.query({ text: 'sporthale' })).toMatchObject({ total: 1, didYouMean: 'sporthalle' });
    });

    it('lets hidden entries not stand in the way of similar ones', async () => {
      for (let made = 0; made < 6; made += 1) await hub.add({ title: 'Licht dimmen', audiences: ['office'] });
      await hub.add({ title: 'Licht' });
      expect(await hub.similar('Licht dimmen')).toEqual(['Licht']);
    });

    it('lets a stranger find what is public', async () => {
      await hub.add({ title: 'Licht für alle', audiences: ['public'] });
      await hub.add({ title: 'Licht für die Gruppe', audiences: ['group'] });
      expect(await hub.titles('licht', null)).toEqual(['Licht für alle']);
    });

    it('takes who may see it from the entry at the moment of writing', async () => {
      const id = await hub.add({ title: 'Licht', audiences: ['group'] });
      await hub.admin.query('update entry set audiences = $2 where id = $1', [id, ['company:none']]);
      await hub.put(id, { title: 'Licht', keyStatement: '', body: '' });
      expect(await hub.query({ text: 'licht' })).toMatchObject({ total: 0, hits: [] });
    });

    it('follows a narrowed audience at once', async () => {
      const id = await hub.add({ title: 'Licht', audiences: ['group'] });
      await hub.admin.query('begin');
      await hub.admin.query('update entry set audiences = $2 where id = $1', [id, ['company:none']]);
      await hub.admin.query('select access.search_audiences($1, $2)', [id, ['company:none']]);
      await hub.admin.query('commit');
      expect(await hub.query({ text: 'licht' })).toMatchObject({ total: 0, hits: [] });
    });
  });

  describe('which entries', () => {
    it('finds published ones, archived ones when asked, drafts and discarded ones never', async () => {
      for (const state of ['draft', 'published', 'archived', 'trashed']) await hub.add({ title: `Licht ${state}`, state });
      expect(await hub.titles('licht')).toEqual(['Licht published']);
      const archived = await hub.query({ text: 'licht', states: ['archived'] });
      expect(archived.hits.map(({ entry }) => entry.title)).toEqual(['Licht archived']);
      expect((await hub.query({ text: 'licht', states: ['draft', 'trashed'] })).total).toBe(0);
    });

    it('forgets what was removed, and its words', async () => {
      await hub.add({ title: 'Straßenlicht' });
      await hub.remove(await hub.add({ title: 'Quecksilberdampf' }));
      expect(await hub.query({ text: 'quecksilberdampf' })).toMatchObject({ total: 0 });
      expect(await hub.query({ text: 'quecksilberdamf' })).toMatchObject({ total: 0, didYouMean: null });
    });

    it('shows the newest text however often and in whatever order it is written', async () => {
      const id = await hub.add({ title: 'Altes Wort' });
      const texts = { title: 'Neues Wort', keyStatement: '', body: '' };
      await Promise.all([hub.put(id, texts), hub.put(id, texts), hub.put(id, texts)]);
      await hub.remove(id);
      await hub.remove(id);
      await hub.put(id, texts);
      expect((await hub.query({ text: 'neues' })).total).toBe(1);
      expect((await hub.query({ text: 'altes' })).total).toBe(0);
    });

    it('answers an empty text with everything, newest first', async () => {
      for (const title of ['Eins', 'Zwei', 'Drei']) await hub.add({ title });
      expect(await hub.titles(' ')).toEqual(['Drei', 'Zwei', 'Eins']);
    });
  });
}
