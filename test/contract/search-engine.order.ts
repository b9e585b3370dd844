// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { SearchEngineHarness } from './search-engine.harness.js';

/** What stands first, pages, and counts. */
export function describeOrder(hub: SearchEngineHarness): void {
  describe('order', () => {
    it('puts the title before the key statement before the body', async () => {
      await hub.add({ title: 'Erstens', body: 'Das Licht.' });
      await hub.add({ title: 'Zweitens', keyStatement: 'Das Licht.' });
      await hub.add({ title: 'Das Licht' });
      await hub.add({ title: 'Viertens', body: 'Das Licht.' });
      expect(await hub.titles('licht')).toEqual(['Das Licht', 'Zweitens', 'Viertens', 'Erstens']);
    });

    it('puts the word before longer ones, and a body full of it before one that mentions it', async () => {
      await hub.add({ title: 'Licht' });
      await hub.add({ title: 'Lichtmast' });
      await hub.add({ title: 'Notlicht' });
      await hub.add({ title: 'Viel davon', body: 'Licht hier. Licht da. Licht überall.' });
      await hub.add({ title: 'Wenig davon', body: 'Licht hier.' });
      expect(await hub.titles('licht')).toEqual(['Licht', 'Lichtmast', 'Notlicht', 'Viel davon', 'Wenig davon']);
    });

    it('puts words that stand together first', async () => {
      await hub.add({ title: 'Leichte Sprache' });
      await hub.add({ title: 'Sprache leichter lernen' });
      expect(await hub.titles('leichte sprache')).toEqual(['Leichte Sprache', 'Sprache leichter lernen']);
    });

    it('sorts by date when asked', async () => {
      await hub.add({ title: 'Licht' });
      await hub.add({ title: 'Anderes', body: 'Licht' });
      const { hits } = await hub.query({ text: 'licht', sort: 'newest' });
      expect(hits.map(({ entry }) => entry.title)).toEqual(['Anderes', 'Licht']);
    });

    it('pages without repeating or missing any', async () => {
      const wanted = new Set<string>();
      for (let at = 0; at < 25; at += 1) {
        const where = [{ title: 'Licht' }, { title: 'Notlicht' }, { title: 'Body', body: 'licht' }][at % 3] ?? { title: '' };
        wanted.add(await hub.add({ ...where, publishedAt: `2026-03-0${1 + (at % 4)}T10:00:00.123456Z` }));
      }
      for (const query of [{ text: 'licht' }, { text: '' }, { text: 'licht', sort: 'newest' as const }]) {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page = await hub.query({ ...query, first: 4, after });
          expect(page.total).toBe(25);
          seen.push(...page.hits.map(({ entry }) => entry.id));
          after = page.hasNextPage ? page.endCursor : null;
        } while (after);
        expect(seen).toHaveLength(25);
        expect(new Set(seen)).toEqual(wanted);
      }
    });

    it('refuses a cursor that is not one of its own', async () => {
      const made = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
      for (const after of [
        'x',
        made(['1', 'now', crypto.randomUUID()]),
        made(['1', '2026-01-01T00:00:00+00:00', "'"]),
        made(['NaN', '', '']),
      ]) {
        await expect(hub.query({ text: 'licht', after })).rejects.toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
      }
    });
  });

  describe('facets', () => {
    it('count within the audiences, each under the choices in the others', async () => {
      await hub.add({ title: 'Licht', company: 'wohnbau', topics: ['energie', 'gebaeude'], publishedAt: '2025-05-01T12:00:00Z' });
      await hub.add({ title: 'Licht', company: 'wohnbau', topics: ['energie'], publishedAt: '2026-05-01T12:00:00Z' });
      await hub.add({ title: 'Licht', company: 'klinikum', topics: ['gebaeude'], publishedAt: '2026-05-01T12:00:00Z' });
      await hub.add({ title: 'Licht', company: 'klinikum', topics: ['energie'], state: 'archived', publishedAt: '2026-05-01T12:00:00Z' });
      await hub.add({ title: 'Licht', company: 'klinikum', topics: ['energie'], audiences: ['office'] });
      const all = await hub.query({ text: 'licht' });
      expect(all.total).toBe(3);
      expect(all.facets).toEqual({
        kinds: [{ value: 'practice', count: 3 }],
        companies: [
          { value: 'wohnbau', count: 2 },
          { value: 'klinikum', count: 1 },
        ],
        topics: [
          { value: 'energie', count: 2 },
          { value: 'gebaeude', count: 2 },
        ],
        years: [
          { value: '2026', count: 2 },
          { value: '2025', count: 1 },
        ],
        states: [
          { value: 'published', count: 3 },
          { value: 'archived', count: 1 },
        ],
      });
      const chosen = await hub.query({ text: 'licht', companies: ['wohnbau'], years: [2026] });
      expect(chosen.total).toBe(1);
      expect(chosen.facets.companies).toEqual([
        { value: 'klinikum', count: 1 },
        { value: 'wohnbau', count: 1 },
      ]);
      expect(chosen.facets.years).toEqual([
        { value: '2025', count: 1 },
        { value: '2026', count: 1 },
      ]);
      expect(chosen.facets.topics).toEqual([{ value: 'energie', count: 1 }]);
      expect((await hub.query({ text: 'licht', companies: ['wohnbau', 'klinikum'], topics: ['gebaeude'] })).total).toBe(2);
      expect((await hub.query({ text: 'licht', kinds: ['lesson'] })).facets.kinds).toEqual([{ value: 'practice', count: 3 }]);
    });
  });
}
