// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lexemesOf, tailsOf } from './lexemes.js';

describe('tailsOf', () => {
  it.each([
    ['strassenbeleuchtung', 'beleuchtung'],
    ['treppenhauslicht', 'hauslicht'],
    ['parkausweis', 'ausweis'],
    ['starkregen', 'regen'],
    ['bettenaufzug', 'aufzug'],
    ['rechnungsprufung', 'prufung'],
    ['hochwasserschutz', 'schutz'],
  ])('%s holds %s', (word, tail) => {
    expect(tailsOf(word)).toContain(tail);
  });

  it.each([
    ['vielleicht', 'leicht'],
    ['verkehr', 'kehr'],
    ['gesprach', 'sprach'],
    ['absprache', 'sprache'],
    ['glatteis', 'eis'],
    ['strassenbeleuchtung', 'htung'],
  ])('%s does not hold %s', (word, tail) => {
    expect(tailsOf(word)).not.toContain(tail);
  });
});

describe('lexemesOf', () => {
  it('has the form, its stem, and both for each part', () => {
    expect(lexemesOf('strassenbaume')).toEqual(expect.arrayContaining(['strassenbaume', '=strassenbaum', '+baume', '~baum']));
    expect(lexemesOf('kita')).toEqual(['kita', '=kita']);
  });
});
