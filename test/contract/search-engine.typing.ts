// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { SearchEngineHarness } from './search-engine.harness.js';

/** What helps while somebody types. */
export function describeTyping(hub: SearchEngineHarness): void {
  describe('while typing', () => {
    it('completes the last word, with the number of hits, and offers entries', async () => {
      await hub.add({ title: 'Notbeleuchtung' });
      await hub.add({ title: 'Straßenbeleuchtung' });
      await hub.add({ title: 'Beleuchtung' });
      const { words, hits } = await hub.suggest('Beleu');
      expect(words[0]).toEqual({ value: 'beleuchtung', count: 3 });
      expect(words).toContainEqual({ value: 'straßenbeleuchtung', count: 1 });
      expect(hits.map(({ entry }) => entry.title)).toEqual(['Beleuchtung', 'Straßenbeleuchtung', 'Notbeleuchtung']);
    });

    it('keeps the words before', async () => {
      await hub.add({ title: 'Beleuchtung der Sporthalle' });
      await hub.add({ title: 'Beleuchtung' });
      expect((await hub.suggest('beleuchtung spor')).words).toEqual([{ value: 'beleuchtung sporthalle', count: 1 }]);
    });

    it('waits for three letters', async () => {
      await hub.add({ title: 'Licht' });
      expect(await hub.suggest('li')).toMatchObject({ words: [], hits: [] });
      expect((await hub.suggest('lic')).hits).toHaveLength(1);
    });

    it('offers longer words and pairs that narrow a search', async () => {
      for (const title of [
        'Notbeleuchtung',
        'Notbeleuchtung im Keller',
        'Beleuchtung in der Sporthalle',
        'Beleuchtung der Sporthalle',
        'Beleuchtung',
      ]) {
        await hub.add({ title });
      }
      expect((await hub.query({ text: 'beleuchtung' })).narrower).toEqual([
        { value: 'notbeleuchtung', count: 2 },
        { value: 'beleuchtung sporthalle', count: 2 },
      ]);
    });
  });

  it('finds entries like a title, the most alike first, never the entry itself', async () => {
    const own = await hub.add({ title: 'Straßenbeleuchtung nach Bewegung dimmen' });
    await hub.add({ title: 'Straßenbeleuchtung dimmen' });
    await hub.add({ title: 'Beleuchtung prüfen' });
    await hub.add({ title: 'Rechnung zurückschicken' });
    expect(await hub.similar('Straßenbeleuchtung bei Nacht dimmen', own)).toEqual(['Straßenbeleuchtung dimmen']);
    expect(await hub.similar('Notbeleuchtung', own)).toEqual([]);
    expect(await hub.similar('Beleuchtung')).toHaveLength(3);
  });
}
