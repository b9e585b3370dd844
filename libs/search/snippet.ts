// SPDX-License-Identifier: EUPL-1.2
import { type Mark, marksIn, split, type TextPart } from './highlight.js';
import type { SearchTerm } from './search-terms.js';

// Characters before and behind the match: about two lines of a result.
const before = 60;
const behind = 140;
// What is looked at closely around a place where the word could stand, and at how many such places.
const around = 600;
const places = 5;

/** A stretch of the body around its first match, cut between words; empty when there is none. */
export function snippet(body: string, terms: SearchTerm[]): TextPart[] {
  const text = body.replace(/\s+/gu, ' ').trim();
  const marks = firstMarks(text, terms);
  const first = marks[0];
  if (!first) return [];
  const from = wordBoundaryAfter(text, first.start - before, first.start);
  const to = wordBoundaryBefore(text, first.end + behind, first.end);
  const parts = split(text.slice(from, to), shifted(within(marks, from, to), -from));
  if (from > 0) parts.unshift({ text: '… ', match: false });
  if (to < text.length) parts.push({ text: ' …', match: false });
  return parts;
}

/** Looking at every word of a long text takes milliseconds; a pattern finds in microseconds where to look. */
function firstMarks(text: string, terms: SearchTerm[]): Mark[] {
  if (terms.length === 0) return [];
  const pattern = new RegExp(
    terms
      .flatMap((term) => [term, ...term.parts])
      .map(({ form, stem }) => spelling(stem || form))
      .join('|'),
    'giu',
  );
  let tried = 0;
  for (const { index } of text.matchAll(pattern)) {
    if ((tried += 1) > places) return [];
    const from = wordBoundaryAfter(text, index - around, text.lastIndexOf(' ', index) + 1);
    const marks = marksIn(text.slice(from, wordBoundaryBefore(text, index + around, index)), terms);
    if (marks.length > 0) return shifted(marks, from);
  }
  return [];
}

/** How a folded word may be written: `strass` as Straß, STRASS, and `e-akte` with its hyphen. */
function spelling(folded: string): string {
  const letters = folded.match(/ss|./gsu) ?? [];
  return letters.map((letter) => written[letter] ?? letter).join('[-‐‑\u00ad]?');
}

const written: Record<string, string> = {
  a: '(?:a[e\u0308]?|ä)',
  o: '(?:o[e\u0308]?|ö)',
  u: '(?:u[e\u0308]?|ü)',
  ss: '(?:ss|ß)',
  e: '[eéèêë]',
};

function wordBoundaryAfter(text: string, wanted: number, latest: number): number {
  if (wanted <= 0) return 0;
  const space = text.indexOf(' ', wanted);
  return space === -1 || space >= latest ? latest : space + 1;
}

function wordBoundaryBefore(text: string, wanted: number, earliest: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  return space <= earliest ? earliest : space;
}

function within(marks: Mark[], from: number, to: number): Mark[] {
  return marks.filter(({ start, end }) => start >= from && end <= to);
}

function shifted(marks: Mark[], by: number): Mark[] {
  return marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));
}
