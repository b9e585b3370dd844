// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { markedWord } from './suggestion.ts';

test('marks what was typed inside a compound', () => {
  expect(markedWord('straßenbeleuchtung', ' Beleu ')).toEqual([
    { text: 'straßen', match: false },
    { text: 'beleu', match: true },
    { text: 'chtung', match: false },
  ]);
});

test('marks nothing when the word was found by its spelling only', () => {
  expect(markedWord('digitalisierung', 'digitalisirung')).toEqual([{ text: 'digitalisierung', match: false }]);
});
