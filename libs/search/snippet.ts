// SPDX-License-Identifier: EUPL-1.2
import { type Mark, marksIn, split, type TextPart } from './highlight.js';
import type { SearchTerm } from './search-terms.js';

// Characters before and behind the match: about two lines of a result.
const before = 60;
const behind = 140;

/** A stretch of the body around its first match, cut between words; empty when there is none. */
export function snippet(body: string, terms: SearchTerm[]): TextPart[] {
  const text = body.replace(/\s+/gu, ' ').trim();
  const marks = marksIn(text, terms);
  const first = marks[0];
  if (!first) return [];
  const from = wordBoundaryAfter(text, first.start - before, first.start);
  const to = wordBoundaryBefore(text, first.end + behind, first.end);
  const parts = split(text.slice(from, to), within(marks, from, to));
  if (from > 0) parts.unshift({ text: '… ', match: false });
  if (to < text.length) parts.push({ text: ' …', match: false });
  return parts;
}

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
  return marks
    .filter(({ start, end }) => start >= from && end <= to)
    .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
}
