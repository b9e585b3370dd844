// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, type TextPart } from './highlight.js';
import { searchTerms, termOf } from './search-terms.js';
import { snippet } from './snippet.js';

const marked = (parts: TextPart[]): string => parts.map(({ text, match }) => (match ? `[${text}]` : text)).join('');
const joined = (parts: TextPart[]): string => parts.map(({ text }) => text).join('');

describe('highlight', () => {
  it.each([
    ['beleuchtung', 'Straßenbeleuchtung dimmen', 'Straßen[beleuchtung] dimmen'],
    ['beleu', 'Straßenbeleuchtung', 'Straßen[beleu]chtung'],
    ['beleuchtung', 'Wartehallen beleuchten', 'Wartehallen [beleuchten]'],
    ['beleuchtung', 'LED-Beleuchtung', 'LED-[Beleuchtung]'],
    ['beleuchtung', 'Beleuchtungsanlagen', '[Beleuchtung]sanlagen'],
    ['straßenbaum', 'Straßenbäume gießen', '[Straßenbäume] gießen'],
    ['baum', 'Straßenbäume', 'Straßen[bäume]'],
    ['strassenbaeume', 'Straßenbäume', '[Straßenbäume]'],
    ['straß', 'Straßenbau', '[Straß]enbau'],
    ['e-akte', 'Die E-Akten', 'Die [E-Akten]'],
    ['e-ak', 'Die E-Akte', 'Die [E-Akte]'],
    ['akte', 'Die E-Akte', 'Die E-[Akte]'],
    ['leichte sprache', 'In Leichter Sprache', 'In [Leichter] [Sprache]'],
    ['mitarbeiterin', 'Mitarbeiter:innen', '[Mitarbeiter:innen]'],
    ['zug', 'Vorzug und Zug', 'Vorzug und [Zug]'],
    ['licht', '', ''],
    ['', 'Licht', 'Licht'],
  ])('of %s in %s', (text, title, expected) => {
    expect(marked(highlight(title, searchTerms(text)))).toBe(expected);
  });

  it('leaves compounds alone for a word that was only guessed', () => {
    expect(marked(highlight('Regenwasser, Starkregen', [{ ...termOf('regen'), compounds: false }]))).toBe('[Regen]wasser, Starkregen');
  });

  it('loses no letter', () => {
    const text = fc.oneof(
      fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: fc.constantFrom(...'aäeuß -lichtLED\u0308\u00ad'.split('')) }),
    );
    fc.assert(
      fc.property(text, text, (title, typed) => {
        const parts = highlight(title, searchTerms(typed));
        expect(joined(parts)).toBe(title);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});

describe('snippet', () => {
  const body = `${'Am Anfang steht viel, das hier nicht hilft. '.repeat(5)}Dann brennt das Licht,\n\n aber nur\tkurz. ${'Am Ende steht noch mehr. '.repeat(20)}`;

  it('shows the surroundings of the first match between whole words', () => {
    expect(marked(snippet(body, searchTerms('licht')))).toMatch(/^… [\w ,.]+ brennt das \[Licht\], aber nur kurz\. Am Ende [\w .]+ …$/u);
    expect(joined(snippet(body, searchTerms('licht'))).length).toBeLessThan(220);
  });

  it('finds far into a long text, whatever the spelling', () => {
    const long = `${'Hier steht nichts davon. '.repeat(2_000)}Am Ende die Straßen­bäume. ${'Und weiter. '.repeat(100)}`;
    for (const typed of ['straßenbaum', 'strassenbaeume', 'bäume'])
      expect(marked(snippet(long, searchTerms(typed)))).toMatch(/\[(?:Straßen­)?bäume\]|Straßen­\[bäume\]/u);
  });

  it('is empty without a match', () => {
    expect(snippet(body, searchTerms('wasser'))).toEqual([]);
    expect(snippet('', searchTerms('licht'))).toEqual([]);
    expect(snippet(body, [])).toEqual([]);
  });

  it('needs no cut in a short text', () => {
    expect(marked(snippet('Das Licht.', searchTerms('licht')))).toBe('Das [Licht].');
  });

  it('is a stretch of the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('licht', ' ', 'a', 'ß', '-', '\n'), maxLength: 400 }), (text) => {
        const stretch = joined(snippet(text, searchTerms('licht'))).replace(/^… | …$/gu, '');
        expect(text.replace(/\s+/gu, ' ')).toContain(stretch);
      }),
    );
  });
});
