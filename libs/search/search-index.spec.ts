// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { indexTexts } from './search-index.js';

const index = (texts: Partial<Parameters<typeof indexTexts>[0]>): ReturnType<typeof indexTexts> =>
  indexTexts({ title: '', keyStatement: '', body: '', ...texts });

describe('indexTexts', () => {
  it('keeps title and key statement as pairs of form and stem, without stop words', () => {
    expect(index({ title: 'Die Beleuchtung im Park' }).title).toBe(' beleuchtung/beleucht park/park ');
  });

  it('finds what the body speaks of again and again', () => {
    const { focus } = index({ body: 'Leuchten, Leuchte, Leuchten. Ein Mast. Der Park, die Parks, ein Park.' });
    expect(focus).toBe(' leuchten/leucht park/park ');
  });

  it('spells words as they are written and knows nouns', () => {
    expect(index({ title: 'Straßen', body: 'Dimmen? Ja, dimmen.' }).words).toEqual([
      { form: 'dimmen', written: 'dimmen', noun: false },
      { form: 'strassen', written: 'straßen', noun: true },
    ]);
  });

  it('stays below what a row can hold, whatever is pasted', () => {
    const pasted = Array.from({ length: 15_000 }, (_, number) => `wortungetuem${number.toString(26)}x`).join(' ');
    const { lexemes } = index({ title: 'Erstes', body: pasted });
    expect(lexemes).toContain('erstes');
    expect(lexemes.reduce((sum, lexeme) => sum + Buffer.byteLength(lexeme), 0)).toBeLessThan(1_000_000);
    expect(Math.max(...lexemes.map(({ length }) => length))).toBeLessThanOrEqual(61);
  });
});
