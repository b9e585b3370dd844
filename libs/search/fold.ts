// SPDX-License-Identifier: EUPL-1.2

/** Folded text with, for each of its UTF-16 units, the stretch of the original it stands for. */
export interface FoldedText {
  text: string;
  starts: number[];
  ends: number[];
}

// Unicode does not decompose these.
const letters: Record<string, string> = { ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd' };

// Soft hyphens, zero-width characters and byte order marks stand inside words without being part of them.
export const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * The form in which texts are compared: lower case, no accents, ß as ss, and ä, ae alike (`Straßenbäume`, `Strassenbaeume` -> `strassenbaume`).
 * Lone surrogates become U+FFFD. Folding twice is folding once.
 */
export function fold(text: string): string {
  return foldWithOrigin(text).text;
}

export function foldWithOrigin(text: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text.toWellFormed()) {
    append(folded, foldCharacter(character), at, at + character.length);
    at += character.length;
  }
  return joinUmlauts(folded);
}

const foldedBefore = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character <= '\u007f') return character.toLowerCase();
  const known = foldedBefore.get(character) ?? decompose(character);
  if (foldedBefore.size < 1_000) foldedBefore.set(character, known);
  return known;
}

function decompose(character: string): string {
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(invisible, '');
  return letters[plain] ?? plain;
}

/**
 * `ae`, `oe` and `ue` are umlauts written out, except behind a vowel or q: Steuer, Treue, Quelle. Poet and aktuell lose their e on both sides of
 * the comparison, which does no harm.
 */
function joinUmlauts({ text, starts, ends }: FoldedText): FoldedText {
  const joined: FoldedText = { text: '', starts: [], ends: [] };
  let at = 0;
  while (at < text.length) {
    const next = isUmlautWrittenOut(text, at) ? endOfRun(text, at + 1, 'e') : at + 1;
    append(joined, text.charAt(at), starts[at] ?? 0, ends[next - 1] ?? 0);
    at = next;
  }
  return joined;
}

function isUmlautWrittenOut(text: string, at: number): boolean {
  return 'aou'.includes(text.charAt(at)) && text[at + 1] === 'e' && !(at > 0 && 'aeiouq'.includes(text.charAt(at - 1)));
}

function endOfRun(text: string, from: number, letter: string): number {
  let end = from;
  while (text[end] === letter) end += 1;
  return end;
}

function append(folded: FoldedText, text: string, start: number, end: number): void {
  folded.text += text;
  for (let unit = 0; unit < text.length; unit += 1) {
    folded.starts.push(start);
    folded.ends.push(end);
  }
}
