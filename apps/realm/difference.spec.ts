// SPDX-License-Identifier: EUPL-1.2
import { describe as group, expect, it } from 'vitest';
import { describe, differences } from './difference.ts';

group('differences', () => {
  it('says what is wanted and not there, at any depth', () => {
    const found = differences({ name: 'A', config: { sync: 'IMPORT', extra: 1 } }, { name: 'A', config: { sync: 'FORCE', hint: 'x' } });
    expect(found.map(describe)).toEqual(['config.sync: IMPORT -> FORCE', 'config.hint: (nothing) -> x']);
  });

  it('takes a text for the boolean it spells, nothing for an empty text, and lists in any order for the same', () => {
    expect(differences({ a: 'true', b: null, c: ['x', 'y'] }, { a: true, b: '', c: ['y', 'x'], d: [] })).toEqual([]);
  });

  it('believes a secret it cannot see, and shows none', () => {
    expect(differences({ clientSecret: '**********' }, { clientSecret: 'new' })).toEqual([]);
    expect(differences({}, { clientSecret: 'new' }).map(describe)).toEqual(['clientSecret: another one']);
  });

  it('sees one more and one less in a list', () => {
    expect(differences({ domains: ['a'] }, { domains: ['a', 'b'] })).toHaveLength(1);
    expect(differences({ domains: ['a', 'b'] }, { domains: ['a'] })).toHaveLength(1);
  });
});
