// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { keptTogether } from './kept-together.ts';

test.each([
  ['spart 62 % Strom', 'spart 62\u00a0% Strom'],
  ['kostet 94 Euro je Leuchte', 'kostet 94\u00a0Euro je Leuchte'],
  ['vom 1. Januar bis 31. Dezember', 'vom 1.\u00a0Januar bis 31.\u00a0Dezember'],
  ['um 14:30 Uhr', 'um 14:30\u00a0Uhr'],
])('keeps number and unit of "%s" on one line', (text, expected) => {
  expect(keptTogether(text)).toBe(expected);
});

test.each(['5 Europäer', 'Punkt 3. Junge Bäume', '20 kWhx', '12 m hoch'])('leaves "%s" alone', (text) => {
  expect(keptTogether(text)).toBe(text);
});
