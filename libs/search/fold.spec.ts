// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOrigin } from './fold.js';

const anyText = fc.oneof(
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom('a', 'ä', 'A', 'e', 'u', 'ue', 'q', 'ß', '\u0308', '\ud800', 'ﬁ', ' ') }),
);

describe('fold', () => {
  it.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Straßenbäume', 'strassenbaume'],
    ['Strassenbaeume', 'strassenbaume'],
    ['Ärzte', 'arzte'],
    ['Aerzte', 'arzte'],
    ['U\u0308bung', 'ubung'],
    ['Steuer', 'steuer'],
    ['Quelle', 'quelle'],
    ['Treue', 'treue'],
    ['Straßen\u00adbahn', 'strassenbahn'],
    ['ﬁx', 'fix'],
    ['Citroën', 'citron'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('twice is once', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  it('does not care how letters are composed or whether they are large', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ä', 'ö', 'ü', 'ß', 'é', 's', 'n') }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });

  it('knows for each letter the stretch it came from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWithOrigin(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        folded.starts.forEach((start, at) => {
          expect(start).toBeGreaterThanOrEqual(folded.starts[at - 1] ?? 0);
          expect(folded.ends[at]).toBeGreaterThan(start);
          expect(folded.ends[at]).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });
});
