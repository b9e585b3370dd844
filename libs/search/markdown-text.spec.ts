// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { markdownText } from './markdown-text.js';

describe('markdownText', () => {
  it.each([
    ['## Was wir tun', 'Was wir tun'],
    ['- *kursiv* und **fett** und `code`', 'kursiv und fett und code'],
    ['1. Erstens', 'Erstens'],
    ['> Zitat', 'Zitat'],
    ['[Bericht](https://stadt.example/a_b "Titel") lesen', 'Bericht lesen'],
    ['![Plan](plan.png)', 'Plan'],
    ['siehe https://stadt.example/agenda/2030 unten', 'siehe   unten'],
    ['[1]: https://stadt.example/agenda', ' '],
    ['ein_wort und _betont_', 'ein_wort und betont'],
    ['Licht<br>Schatten <!-- unsichtbar -->', 'Licht Schatten  '],
    ['3 < 4 und 5 > 2', '3 < 4 und 5 > 2'],
  ])('%s reads %s', (markdown, text) => {
    expect(markdownText(markdown)).toBe(text);
  });

  it('takes no longer for hostile text', () => {
    for (const part of ['[', '![](', '<', '<!--', '*', '_', '|-', '# ', '[a](b ']) {
      expect(markdownText(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000);
    }
  });
});
