// SPDX-License-Identifier: EUPL-1.2
import { foldWithOrigin } from './fold.js';

/** A word of a text. A word with a hyphen is one word and its parts: `E-Akte` is `eakte` and `akte`, `LED-Licht` is `ledlicht`, `led`, `licht`. */
export interface Word {
  /** Folded. */
  form: string;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** Joined over hyphens; its parts follow as words of their own. */
  joined: boolean;
  /** Where letters of `form` stand in the text; a joined word is one piece. */
  stretch(from: number, to: number): { start: number; end: number };
}

/** Longer runs of letters are no words (keys, pasted data); what stands behind is ignored. */
export const longestWord = 60;

// "Mitarbeiter:innen" and its relatives are one word; so are words joined by hyphens.
const run = /[\p{L}\p{N}]+(?:[:*_]in(?:nen)?(?![\p{L}\p{N}])|[-‐][\p{L}\p{N}]+)*/gu;

/** The words of a text in reading order. */
export function wordsOf(text: string): Word[] {
  const folded = foldWithOrigin(text);
  const words: Word[] = [];
  const stretch = (from: number, to: number): { start: number; end: number } => ({
    start: folded.starts[from] ?? 0,
    end: folded.ends[to - 1] ?? 0,
  });
  const word = (from: number, to: number): Word => ({
    form: folded.text.slice(from, Math.min(to, from + longestWord)),
    ...stretch(from, to),
    joined: false,
    stretch: (first, last) => stretch(from + first, from + last),
  });
  for (const { 0: found, index } of folded.text.matchAll(run)) {
    const parts = [...found.matchAll(/[\p{L}\p{N}]+/gu)];
    if (parts.length > 1) words.push(joined(word(index, index + found.length)));
    if (/[:*_]/u.test(found)) continue;
    for (const part of parts) {
      // The single letter of "E-Akte" says nothing alone.
      if (parts.length === 1 || part[0].length > 1) words.push(word(index + part.index, index + part.index + part[0].length));
    }
  }
  return words;
}

function joined(word: Word): Word {
  const { form, start, end } = word;
  return { ...word, form: form.replace(/[^\p{L}\p{N}]/gu, ''), joined: true, stretch: () => ({ start, end }) };
}
