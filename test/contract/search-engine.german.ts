// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { SearchEngineHarness } from './search-engine.harness.js';

/** Words as German writes them. */
export function describeGerman(hub: SearchEngineHarness): void {
  describe('German', () => {
    it.each([
      ['beleuchtung', 'Straßenbeleuchtung'],
      ['BELEUCHTUNG', 'Straßenbeleuchtung'],
      ['strasse', 'Straße'],
      ['straße', 'Strasse'],
      ['strassenbaeume', 'Straßenbäume'],
      ['straßenbaum', 'Straßenbäume'],
      ['Straßenbäume', 'Straßenbaum'],
      ['bäume', 'Straßenbaum'],
      ['aufzug', 'Aufzüge'],
      ['gärten', 'Garten'],
      ['Ausschreibung', 'Ausschreibungen'],
      ['haus', 'Treppenhäuser'],
      ['e-akte', 'E-Akte'],
      ['eakte', 'E-Akte'],
      ['E‑Akte', 'E-Akten'],
      ['e akte', 'E-Akte'],
      ['akte', 'E-Akte'],
      ['licht', 'LED-Licht'],
      ['led-licht', 'LED-Licht'],
      ['led licht', 'LED-Licht'],
      ['led-licht', 'Licht mit LED'],
      ['mitarbeiterinnen', 'Mitarbeiter:innen'],
      ['cafe', 'Café'],
      ['Cafe\u0301', 'Café'],
    ])('%s finds %s', async (text, title) => {
      await hub.add({ title });
      await hub.add({ title: 'Etwas anderes' });
      expect(await hub.titles(text)).toContain(title);
    });

    it.each([
      ['leicht', 'Vielleicht'],
      ['zug', 'Aufzug'],
      ['garten', 'Straße'],
      ['e-akte', 'Rechnung'],
    ])('%s does not find %s', async (text, title) => {
      await hub.add({ title });
      expect(await hub.titles(text)).toEqual([]);
    });

    it.each(['str', 'stra', 'straß', 'strassenbel', 'straßenbeleuchtun', 'beleuch'])(
      'finds Straßenbeleuchtung while somebody types %s',
      async (text) => {
        await hub.add({ title: 'Straßenbeleuchtung' });
        expect(await hub.titles(text)).toEqual(['Straßenbeleuchtung']);
      },
    );

    it('ignores stop words unless there is nothing else', async () => {
      await hub.add({ title: 'Licht im Park' });
      expect(await hub.titles('das Licht in dem Park')).toEqual(['Licht im Park']);
      expect(await hub.query({ text: 'der die das' })).toMatchObject({ total: 0 });
    });

    it('finds a word with a typing error and says which it took', async () => {
      await hub.add({ title: 'Digitalisierung der Verwaltung' });
      const page = await hub.query({ text: 'Digitalisirung Verwaltung' });
      expect(page.hits.map(({ entry }) => entry.title)).toEqual(['Digitalisierung der Verwaltung']);
      expect(page.didYouMean).toBe('digitalisierung Verwaltung');
    });
  });

  describe('several words', () => {
    it('must all be found, wherever in the entry', async () => {
      await hub.add({ title: 'Licht in der Sporthalle' });
      await hub.add({ title: 'Licht', body: 'auch in der Sporthalle' });
      await hub.add({ title: 'Licht im Park' });
      expect(await hub.titles('sporthalle licht')).toEqual(['Licht in der Sporthalle', 'Licht']);
    });

    it('are as many as can be had when no entry has all', async () => {
      await hub.add({ title: 'Licht in der Sporthalle' });
      await hub.add({ title: 'Licht im Park' });
      await hub.add({ title: 'Kasse' });
      expect(await hub.titles('licht sporthalle fernwärme')).toEqual(['Licht in der Sporthalle', 'Licht im Park']);
    });

    it('are called near when nothing holds all that was asked for', async () => {
      await hub.add({ title: 'Licht in der Sporthalle' });
      await hub.add({ title: 'Wertstoffhof' });
      expect(await hub.query({ text: 'licht sporthalle' })).toMatchObject({ total: 1, near: false });
      expect(await hub.query({ text: 'licht fernwärme' })).toMatchObject({ total: 1, near: true });
      expect(await hub.query({ text: 'xyzzyqwert' })).toMatchObject({ total: 1, near: true });
      expect(await hub.query({ text: 'qqqqqqqq' })).toMatchObject({ total: 0, near: false });
      expect(await hub.query({ text: 'sporthale' })).toMatchObject({ total: 1, near: false, didYouMean: 'sporthalle' });
    });

    it('of a compound help when the compound alone finds little', async () => {
      await hub.add({ title: 'Starkregen' });
      await hub.add({ title: 'Regenwasser nutzen' });
      await hub.add({ title: 'Wir liegen vorn' });
      await hub.add({ title: 'Regenschirm' });
      await hub.add({ title: 'Fundsachen', body: 'Regenschirme' });
      await hub.add({ title: 'Anderes', body: 'Bei Starkregen.' });
      expect(await hub.titles('starkregen')).toEqual(['Starkregen', 'Anderes', 'Regenschirm', 'Regenwasser nutzen']);
      const pages = [];
      for (let after: string | null = null, more = true; more;) {
        const page = await hub.query({ text: 'starkregen', first: 1, after });
        pages.push(...page.hits.map(({ entry }) => entry.title));
        [after, more] = [page.endCursor, page.hasNextPage];
      }
      expect(pages).toEqual(['Starkregen', 'Anderes', 'Regenschirm', 'Regenwasser nutzen']);
    });
  });
}
