// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { sittings } from './sittings.ts';

const saved = (number: number, minute: number, person: string, released = false) => ({
  number,
  savedAt: new Date(Date.UTC(2027, 2, 9, 10, minute)).toISOString(),
  savedBy: { id: person },
  released,
});

it('puts together what one person saved without a longer break, newest first', () => {
  const revisions = [
    saved(6, 50, 'lea'),
    saved(5, 41, 'lea'),
    saved(4, 40, 'mirjam'),
    saved(3, 39, 'lea'),
    saved(2, 20, 'lea'),
    saved(1, 6, 'lea'),
  ];
  const numbers = sittings(revisions).map(({ last, before }) => [last.number, ...before.map(({ number }) => number)]);
  expect(numbers).toEqual([[6, 5], [4], [3], [2, 1]]);
});

it('never hides what was released', () => {
  const numbers = sittings([saved(3, 3, 'lea'), saved(2, 2, 'lea', true), saved(1, 1, 'lea')]).map(({ last }) => last.number);
  expect(numbers).toEqual([3, 2]);
});
