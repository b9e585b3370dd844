// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, together } from './three-way.ts';

const text = fc
  .array(fc.constantFrom('Licht', 'Melder', 'spart', 'Strom', '\n\n', ' ', 'ä', '**70 %**'), { maxLength: 30 })
  .map((parts) => parts.join(' '));

describe('what changed between two texts', () => {
  it('marks words, not letters', () => {
    expect(changes('Das Licht brannte lange.', 'Das Licht brannte kurz.')).toEqual([
      { kind: 'same', text: 'Das Licht brannte ' },
      { kind: 'removed', text: 'lange.' },
      { kind: 'added', text: 'kurz.' },
    ]);
  });

  it('leaves nothing out: without what was added it is the old text, without what was removed the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = changes(before, after);
        const without = (kind: string) => stretches.filter((stretch) => stretch.kind !== kind).map((stretch) => stretch.text);
        expect(without('added').join('')).toBe(before);
        expect(without('removed').join('')).toBe(after);
      }),
    );
  });

  it('takes a text too long to compare for replaced', () => {
    const long = 'Wort '.repeat(7_000);
    expect(changes(long, `${long}mehr`).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('two changes of one text', () => {
  it('keeps both where they lie apart', () => {
    expect(together('Eins zwei drei vier fünf.', 'Null zwei drei vier fünf.', 'Eins zwei drei vier sechs.')).toEqual({
      text: 'Null zwei drei vier sechs.',
      collides: false,
    });
  });

  it('keeps both, mine first, where they collide, and says so', () => {
    expect(together('Es war alt.', 'Es war uralt.', 'Es war neu.')).toEqual({ text: 'Es war uralt. neu.', collides: true });
  });

  it('takes the one that changed something', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(together(base, base, changed).text).toBe(changed);
        expect(together(base, changed, base).text).toBe(changed);
        expect(together(base, changed, changed)).toEqual({ text: changed, collides: false });
      }),
    );
  });
});
