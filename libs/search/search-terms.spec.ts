// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSearchable, mostTerms, respell, searchTerms } from './search-terms.js';

const forms = (text: string): string[] => searchTerms(text).map(({ form }) => form);

describe('searchTerms', () => {
  it.each([
    ['Die Beleuchtung in der Straße', ['beleuchtung', 'strasse']],
    ['wie und was', ['wie', 'und', 'was']],
    ['Licht licht LICHT', ['licht']],
    ['E-Akte', ['eakte']],
    ['e akte', ['eakte']],
    ['Strom & Wasser | "Gas"', ['strom', 'wasser', 'gas']],
    ['§ 5 UrhG', ['5', 'urhg']],
    ['', []],
    ['!?', []],
  ])('%s is %j', (text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  it('knows the parts of a word with a hyphen', () => {
    expect(searchTerms('LED-Licht')[0]).toMatchObject({ form: 'ledlicht', parts: [{ form: 'led' }, { form: 'licht' }] });
    expect(searchTerms('E-Akte')[0]?.parts).toMatchObject([{ form: 'akte' }]);
  });

  it('makes of anything at most eight words of letters and digits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
        (text) => {
          const terms = searchTerms(text);
          expect(terms.length).toBeLessThanOrEqual(mostTerms);
          for (const { form, stem, parts } of terms) {
            for (const word of [form, stem, ...parts.flatMap((part) => [part.form, part.stem])]) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          }
        },
      ),
    );
  });
});

describe('respell', () => {
  it('puts other words in the place of some and leaves the rest as typed', () => {
    const text = 'Digitalisirung  der Strase!';
    const [one, other] = searchTerms(text);
    expect(respell(text, [{ term: one!, written: 'digitalisierung' }])).toBe('digitalisierung  der Strase!');
    expect(
      respell(text, [
        { term: one!, written: 'a' },
        { term: other!, written: 'straße' },
      ]),
    ).toBe('a  der straße!');
  });
});

describe('isSearchable', () => {
  it('counts letters and digits', () => {
    expect(['li', ' l i', 'lic', 'e-a', 'e-ak', 'ß', 'äöü', '--------'].map(isSearchable)).toEqual([
      false,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});
