// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bold, type Edit, link, list } from './markdown-edit.ts';

/** `‹` and `›` show where the selection begins and ends, before and after. */
function use(edit: (text: string, start: number, end: number) => Edit, marked: string): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const { from, to, text: inserted, select } = edit(text, start, end);
  const changed = text.slice(0, from) + inserted + text.slice(to);
  return `${changed.slice(0, select[0])}‹${changed.slice(...select)}›${changed.slice(select[1])}`;
}

describe('bold', () => {
  it('goes around the selection', () => expect(use(bold, 'spart ‹70 %› Strom')).toBe('spart **‹70 %›** Strom'));
  it('goes away again', () => expect(use(bold, 'spart **‹70 %›** Strom')).toBe('spart ‹70 %› Strom'));
  it('waits for words where nothing is selected', () => expect(use(bold, 'spart ‹›')).toBe('spart **‹›**'));
});

describe('list', () => {
  it('makes every selected line a point', () => expect(use(list, 'Eins\nZw‹ei\nDr›ei')).toBe('Eins\n- Zwei\n- Drei‹›'));
  it('makes points lines again', () => expect(use(list, '‹- Eins\n- Zwei›')).toBe('Eins\nZwei‹›'));
  it('begins one on an empty line', () => expect(use(list, 'Eins\n‹›')).toBe('Eins\n- ‹›'));
});

describe('link', () => {
  it('selects the address that is still missing', () => expect(use(link, 'siehe ‹Bericht›')).toBe('siehe [Bericht](‹https://›)'));
  it('takes an address for one', () => expect(use(link, '‹https://stadt.example/b›')).toBe('[‹›](https://stadt.example/b)'));
});
