// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchEngineHarness } from './search-engine.harness.js';

const hostile = [
  ...["'", '"', '\\', '%', '_', '%%%', '\\\\', "'; drop table search.document; --", '{}', '[1]', '$1', '${x}', '<script>alert(1)</script>'],
  ...[
    'a & b',
    '!',
    '!!a',
    '(',
    ')',
    ':*',
    'licht:*',
    "licht' | 'a",
    '<->',
    'licht <-> mast',
    '*',
    '+',
    '=licht',
    '~',
    '@@',
    '&&',
    'null',
    'true',
  ],
  ...[
    '\u0000',
    'li\u0000cht',
    '\ud800',
    'li\udc00cht',
    '\u0007\u001b[31m',
    '\u202egnutcheleb',
    '\ufeff',
    '\u00ad',
    '🚲',
    '漢字',
    'ﬁ',
    '__proto__',
    'constructor',
  ],
  ...['x'.repeat(100_000), 'licht '.repeat(5_000), '-'.repeat(5_000), 'a-'.repeat(5_000), `${'%'.repeat(500)}licht`, ' ', '\n\t'],
];

/** Whatever is typed is no error. */
export function describeHostileInput(hub: SearchEngineHarness): void {
  describe('whatever is typed', () => {
    it.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s is no error', async (_, text) => {
      await hub.add({ title: 'Licht' });
      const page = await hub.query({ text, companies: [text], topics: [text], kinds: [text], years: [-1, 1e12, Number.NaN] });
      expect(page.total).toBeGreaterThanOrEqual(0);
      expect((await hub.query({ text })).total).toBeLessThanOrEqual(1);
      await hub.suggest(text);
      await hub.similar(text);
    });

    it('is no error when written either', async () => {
      for (const text of hostile)
        await hub.add({ title: text.slice(0, 150).replaceAll('\u0000', ' ').toWellFormed(), keyStatement: '', body: text });
      expect((await hub.query({ text: '' })).total).toBe(hostile.length);
    });

    it('is no error at random', async () => {
      await hub.add({ title: 'Licht' });
      const text = fc.oneof(
        fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
        fc.string({ unit: fc.constantFrom(...Array.from(`aelu-"'\\%_&|!():*<>`)), maxLength: 30 }),
      );
      await fc.assert(
        fc.asyncProperty(text, async (typed) => {
          await hub.query({ text: typed });
          await hub.suggest(typed);
        }),
        { numRuns: 60 },
      );
    });
  });
}
