// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedFor } from './asked-for.ts';

const at = (query: string) => askedFor(new URL(`https://hub.example/s/wohnbau${query}`));

describe('the page a link from an intranet leads to', () => {
  it.each([
    ['?to=%2Fsuche%3Fq%3Dstra%C3%9Fe%26company%3Dwohnbau', '/suche?q=stra%C3%9Fe&company=wohnbau'],
    ['?to=/suche?q=straße&company=wohnbau', '/suche?q=stra%C3%9Fe&company=wohnbau'],
    ['?to=/suche?q=Gärten+%26+Parks&topic=gruen#treffer', '/suche?q=G%C3%A4rten+%26+Parks&topic=gruen'],
    ['?to=/personen/%C3%96zdil', '/personen/%C3%96zdil'],
    ['?to=%2Fwissen', '/wissen'],
    ['?to=', '/'],
    ['', '/'],
    ['?other=/wissen', '/'],
  ])('%s is %s', (query, path) => expect(at(query)).toBe(path));

  it.each([
    '//evil.example',
    '/\\evil.example',
    '@evil.example',
    'javascript:alert(1)',
    '/%5cevil.example?x',
    '//evil.example?to=/wissen',
    '/%2F/evil.example?x',
    '/s/x?\r\nset-cookie:a=b',
  ])('is no other place: %s', (wish) => {
    for (const query of [`?to=${wish}`, `?to=${encodeURIComponent(wish)}`, `?to=${encodeURIComponent(encodeURIComponent(wish))}`]) {
      const path = at(query);
      expect(new URL(path, 'https://hub.example').origin).toBe('https://hub.example');
      expect(path).not.toMatch(/evil.*\/\/|^\/\/|^\/\\|[\r\n]/);
    }
  });

  it('is the page it was made for, whatever stands in its query, encoded or pasted', () => {
    const query = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(query, (parameters) => {
        const path = `/suche?${String(new URLSearchParams(parameters))}`;
        expect(at(`?to=${encodeURIComponent(path)}`)).toBe(path);
        expect(at(`?to=${path}`)).toBe(path);
      }),
      { numRuns: 500 },
    );
  });
});
