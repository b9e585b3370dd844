// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.js';
import { germanStem } from './german-stem.js';

const stem = (word: string): string => germanStem(fold(word));

describe('germanStem', () => {
  it.each([
    ['Straßenbaum', 'Straßenbäume', 'Straßenbäumen', 'Straßenbaumes'],
    ['Beleuchtung', 'Beleuchtungen', 'beleuchten'],
    ['Aufzug', 'Aufzüge', 'Aufzügen', 'Aufzugs'],
    ['Rechnung', 'Rechnungen'],
    ['Haus', 'Häuser', 'Häusern', 'Hauses'],
    ['Erlebnis', 'Erlebnisse', 'Erlebnissen'],
    ['leicht', 'leichte', 'leichter', 'leichtesten'],
    ['Kind', 'Kinder', 'Kindern', 'Kindes'],
  ])('is the same for the forms of %s', (word, ...forms) => {
    expect(forms.map(stem)).toEqual(forms.map(() => stem(word)));
  });

  it.each([
    ['Kita', 'Kiste'],
    ['Akte', 'Aktion'],
    ['Wasser', 'Waschen'],
  ])('tells %s from %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  // As Snowball's own list has them (https://snowballstem.org/algorithms/german/stemmer.html), folded.
  it.each([
    ['aufeinanderfolgenden', 'aufeinanderfolg'],
    ['auffällig', 'auffall'],
    ['aufenthaltes', 'aufenthalt'],
    ['kategorischen', 'kategor'],
    ['kategorie', 'kategori'],
    ['katers', 'kat'],
    ['käuflich', 'kauflich'],
  ])('takes %s to %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('is a beginning of the word, never empty, and leaves other words alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeinrstmulchgkd'.split('')), minLength: 1, maxLength: 20 }), (word) => {
        expect(word.startsWith(germanStem(word))).toBe(true);
        expect(germanStem(word)).not.toBe('');
      }),
    );
    expect(['2026', '漢字', 'a1', ''].map(germanStem)).toEqual(['2026', '漢字', 'a1', '']);
  });
});
