// SPDX-License-Identifier: EUPL-1.2
import { isGermanStopWord } from './german-stop-words.js';
import { germanStem } from './german-stem.js';
import { lexemesOf } from './lexemes.js';
import { invisible } from './fold.js';
import { type Word, wordsOf } from './words.js';

export interface SearchTexts {
  title: string;
  keyStatement: string;
  /** Everything else that is to be found, as plain text. */
  body: string;
  /** Finds the entry without being shown or ranked: names of its topics. */
  keywords?: string;
}

/** What the PostgreSQL engine keeps of a text. */
export interface IndexedTexts {
  /** Finds the entry. */
  lexemes: string[];
  titleLexemes: string[];
  /** Rank it: ` form/stem form/stem ` in reading order. */
  title: string;
  keyStatement: string;
  /** What the body speaks of again and again. */
  focus: string;
  /** How each word is spelled, for "did you mean" and completions. */
  words: { form: string; written: string; noun: boolean }[];
}

// A tsvector holds at most 1 MB. What exceeds this is a book: its later words are not indexed.
const lexemeBytes = 900_000;
// Title, key statement and focus stay in the row, whose page has 8 kB. Real ones are a tenth of this.
const pairBytes = 2_000;
const focusWords = 12;
const focusOccurrences = 3;

export function indexTexts(texts: SearchTexts): IndexedTexts {
  const title = meaningful(texts.title);
  const keyStatement = meaningful(texts.keyStatement);
  const body = meaningful(texts.body);
  return {
    lexemes: lexemesWithin(lexemeBytes, [...title, ...keyStatement, ...meaningful(texts.keywords ?? ''), ...body]),
    titleLexemes: lexemesWithin(lexemeBytes, title),
    title: pairs(title.map(({ form }) => form)),
    keyStatement: pairs(keyStatement.map(({ form }) => form)),
    focus: pairs(focusOf(body)),
    words: spelled([
      { text: texts.body, words: body },
      { text: texts.keyStatement, words: keyStatement },
      { text: texts.title, words: title },
    ]),
  };
}

function meaningful(text: string): Word[] {
  return wordsOf(text).filter(({ form }) => !isGermanStopWord(form));
}

function pairs(forms: string[]): string {
  let text = ' ';
  for (const form of forms) {
    const pair = `${form}/${germanStem(form)} `;
    if (Buffer.byteLength(text) + Buffer.byteLength(pair) > pairBytes) break;
    text += pair;
  }
  return text;
}

function lexemesWithin(bytes: number, words: Word[]): string[] {
  const lexemes = new Set<string>();
  const seen = new Set<string>();
  let used = 0;
  for (const { form } of words) {
    if (seen.has(form)) continue;
    seen.add(form);
    const fresh = lexemesOf(form).filter((lexeme) => !lexemes.has(lexeme));
    used += fresh.reduce((sum, lexeme) => sum + Buffer.byteLength(lexeme), 0);
    if (used > bytes) break;
    fresh.forEach((lexeme) => lexemes.add(lexeme));
  }
  return [...lexemes];
}

/** The words the body repeats most, each stem once, in its most frequent form. */
function focusOf(words: Word[]): string[] {
  const stems = new Map<string, Map<string, number>>();
  for (const { form } of words) {
    if (form.length < 4) continue;
    const forms = stems.get(germanStem(form)) ?? new Map<string, number>();
    forms.set(form, (forms.get(form) ?? 0) + 1);
    stems.set(germanStem(form), forms);
  }
  return [...stems.values()]
    .map((forms) => ({ form: mostFrequent(forms), count: [...forms.values()].reduce((sum, count) => sum + count, 0) }))
    .filter(({ count }) => count >= focusOccurrences)
    .sort((one, other) => other.count - one.count || (one.form < other.form ? -1 : 1))
    .slice(0, focusWords)
    .map(({ form }) => form);
}

function mostFrequent(forms: Map<string, number>): string {
  return [...forms].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function spelled(texts: { text: string; words: Word[] }[]): IndexedTexts['words'] {
  const known = new Map<string, IndexedTexts['words'][number]>();
  for (const { text, words } of texts) {
    for (const { form, start, end } of words) {
      if (!isOffered(form)) continue;
      const written = text.slice(start, end).normalize('NFC').replace(invisible, '');
      const lower = written.toLowerCase();
      const noun = written.charAt(0) !== lower.charAt(0);
      known.set(form, { form, written: lower, noun: noun && (known.get(form)?.noun ?? true) });
    }
  }
  return [...known.values()];
}

/** No numbers, keys or addresses. */
function isOffered(form: string): boolean {
  return form.length >= 3 && form.length <= 40 && /^\p{L}+$/u.test(form);
}
