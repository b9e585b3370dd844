// SPDX-License-Identifier: EUPL-1.2
import { fold } from './fold.js';
import { germanStem } from './german-stem.js';
import { isGermanStopWord } from './german-stop-words.js';
import { wordsOf } from './words.js';

/** One word somebody looks for. */
export interface SearchTerm {
  form: string;
  stem: string;
  /** Instead of the word: all of these. Only for words with a hyphen: `LED-Licht`; `E-Akte` has one, because a single letter says nothing. */
  parts: { form: string; stem: string }[];
  /** Whether it is also looked for inside compounds. */
  compounds: boolean;
  /** As typed, so that another spelling can be put in its place. */
  start: number;
  end: number;
}

/** Words beyond these are ignored: nobody types them by hand. */
export const mostTerms = 8;

/** The words of what was typed. Stop words count only when there is nothing else. */
export function searchTerms(text: string): SearchTerm[] {
  const all = distinct(groups(text));
  const meaningful = all.filter(({ form }) => !isGermanStopWord(form));
  return (meaningful.length > 0 ? meaningful : all).slice(0, mostTerms);
}

/** A term for a folded word from the index. */
export function termOf(form: string): SearchTerm {
  return { form, stem: germanStem(form), parts: [], compounds: true, start: 0, end: 0 };
}

/** What was typed with other words in the place of some terms. */
export function respell(text: string, spellings: { term: SearchTerm; written: string }[]): string {
  return [...spellings]
    .sort((one, other) => other.term.start - one.term.start)
    .reduce((respelled, { term, written }) => respelled.slice(0, term.start) + written + respelled.slice(term.end), text.toWellFormed());
}

function groups(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let open: SearchTerm | undefined;
  for (const { form, start, end, joined } of wordsOf(joinSingleLetters(text))) {
    const word = { form, stem: germanStem(form) };
    if (joined) {
      open = { ...word, parts: [], compounds: true, start, end };
      terms.push(open);
    } else if (open && start >= open.start && end <= open.end) {
      open.parts.push(word);
    } else {
      terms.push({ ...word, parts: [], compounds: true, start, end });
    }
  }
  return terms;
}

/** "e akte" is "e-akte"; positions stay as they are. */
function joinSingleLetters(text: string): string {
  return text.toWellFormed().replace(/(?<![\p{L}\p{N}\p{M}])(e) (?=\p{L}{2})/giu, '$1-');
}

function distinct(terms: SearchTerm[]): SearchTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ form }) => {
    if (seen.has(form)) return false;
    seen.add(form);
    return true;
  });
}

/** True when a word is long enough to find longer words that begin with it. */
export function isSearchable(text: string): boolean {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '').length >= 3;
}
