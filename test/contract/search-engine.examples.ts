// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { fold } from '#search/fold.js';
import { markdownText } from '#search/markdown-text.js';
import type { SearchEngineHarness } from './search-engine.harness.js';

const folder = 'apps/local/examples/entries';

/** Everyday words, and what the first hit is called. */
const everyday: [word: string, first: RegExp][] = [
  ['Parkausweis', /Parkausweis/],
  ['E-Akte', /E-Akte/],
  ['Straßenbaum', /Straßenbäume/],
  ['Glatteis', /Glatteis/],
  ['Aufzug', /Aufzug/],
  ['Kita', /Kita/],
  ['Rechnung', /Rechnung/],
  ['Wartezeit', /Wartezeit/],
  ['Rohrbruch', /Rohrbruch/],
  ['Starkregen', /Starkregen/],
  ['Leichte Sprache', /Leichter Sprache/],
  ['Beleuchtung', /beleuchtung/],
];

/** The example city as its people search it. */
export function describeExamples(hub: SearchEngineHarness): void {
  it('gives three sensible first hits for everyday words', async () => {
    const texts = new Map<string, string>();
    for (const name of readdirSync(folder).sort()) {
      const [, head = '', ...body] = readFileSync(`${folder}/${name}`, 'utf8').split(/^---$/m);
      const { title, keyStatement, state } = parse(head) as { title: string; keyStatement: string; state: string };
      const given = { title, keyStatement, state, body: markdownText(body.join('---').replace(/^## \w+$/gm, '')) };
      texts.set(await hub.add(given), fold(Object.values(given).join(' ')));
    }
    for (const [word, first] of everyday) {
      const { hits } = await hub.query({ text: word });
      expect(hits[0]?.entry.title, word).toMatch(first);
      expect(hits.length, word).toBeGreaterThanOrEqual(3);
      const stem = fold(word).slice(0, -2).split(' ').at(-1) ?? '';
      for (const { entry } of hits.slice(0, 3)) expect(texts.get(entry.id), `${word}: ${entry.title}`).toContain(stem);
    }
  }, 60_000);
}
