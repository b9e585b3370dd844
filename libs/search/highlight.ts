// SPDX-License-Identifier: EUPL-1.2
import { germanStem } from './german-stem.js';
import { shortestTail, tailsOf } from './lexemes.js';
import type { SearchTerm } from './search-terms.js';
import { type Word, wordsOf } from './words.js';

export interface TextPart {
  text: string;
  match: boolean;
}

type Wanted = Pick<SearchTerm, 'form' | 'stem' | 'compounds'>;

/** A stretch of a text that was searched for, in UTF-16 units, and whether it is a whole word. */
export interface Mark {
  start: number;
  end: number;
  whole: boolean;
  /** Index of the term. */
  term: number;
}

/** The text in parts that joined are the text; an inflected form is marked as a whole, inside a compound only the part. */
export function highlight(text: string, terms: SearchTerm[]): TextPart[] {
  return split(text, marksIn(text, terms));
}

/** Where a text holds the terms, by the rules by which the index finds them (`lexemes.ts`). */
export function marksIn(text: string, terms: SearchTerm[]): Mark[] {
  const exact: Mark[] = [];
  const joined: Mark[] = [];
  for (const word of wordsOf(text)) {
    const mark = firstMark(word, terms);
    // "LED-Beleuchtung" holds a part that shows better what was meant.
    if (mark) (word.joined && !mark.whole ? joined : exact).push(mark);
  }
  return withoutOverlaps([...exact, ...joined]);
}

/** The text of `marks` in parts. */
export function split(text: string, marks: Pick<Mark, 'start' | 'end'>[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(at, start), match: false }, { text: text.slice(start, end), match: true });
    at = end;
  }
  parts.push({ text: text.slice(at), match: false });
  return parts.filter((part) => part.text !== '');
}

function firstMark(word: Word, terms: SearchTerm[]): Mark | undefined {
  for (const [index, term] of terms.entries()) {
    for (const wanted of [term, ...term.parts]) {
      const found = find(word, { ...wanted, compounds: term.compounds });
      if (found) return { ...found, term: index };
    }
  }
  return undefined;
}

function find(word: Word, wanted: Wanted): Omit<Mark, 'term'> | undefined {
  // A stem begins every form of its word, so most words need no closer look.
  if (!word.form.includes(wanted.stem)) return undefined;
  if (word.form === wanted.form || germanStem(word.form) === wanted.stem) return { start: word.start, end: word.end, whole: true };
  const part = partOf(word.form, wanted);
  return part && { ...word.stretch(part.from, part.to), whole: false };
}

/** The letters of a longer word that are the wanted one: its beginning, or an end of it (or the beginning of an end). */
function partOf(form: string, { form: wanted, stem, compounds }: Wanted): { from: number; to: number } | undefined {
  if (wanted.length >= 3 && form.startsWith(wanted)) return { from: 0, to: wanted.length };
  if (!compounds || wanted.length < shortestTail) return undefined;
  for (const tail of tailsOf(form)) {
    const from = form.length - tail.length;
    if (stem.length >= shortestTail && germanStem(tail) === stem) return { from, to: form.length };
    if (tail.startsWith(wanted)) return { from, to: from + wanted.length };
  }
  return undefined;
}

/** A word with a hyphen and its parts lie over each other: who comes first wins. */
function withoutOverlaps(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    if (!kept.some(({ start, end }) => start < mark.end && mark.start < end)) kept.push(mark);
  }
  return kept.sort((one, other) => one.start - other.start);
}
