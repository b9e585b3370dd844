// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entrySlug } from './entry-slug.js';

describe('entrySlug', () => {
  it.each([
    ['Straßenbeleuchtung nach Bewegung dimmen', 'strassenbeleuchtung-nach-bewegung-dimmen'],
    ['E-Akte: scannen, bevor es ins Regal kommt', 'e-akte-scannen-bevor-es-ins-regal-kommt'],
    ['Ärger über Öl', 'aerger-ueber-oel'],
    ['Renée', 'renee'],
    ['???', 'beitrag'],
    ['Vorschau', 'beitrag-vorschau'],
  ])('%s', (title, slug) => expect(entrySlug(title)).toBe(slug));

  it('is safe in an address, never empty and never longer than 100 characters, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(entrySlug(title)).toMatch(/^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$/);
      }),
    );
  });
});
