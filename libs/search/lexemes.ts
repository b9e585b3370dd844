// SPDX-License-Identifier: EUPL-1.2
import { germanStem } from './german-stem.js';

/**
 * What a word is found by. PostgreSQL's text search finds whole lexemes and beginnings of lexemes, so parts of compounds are lexemes of their own:
 *
 * | Lexeme                | for `strassenbaume`            | finds it when somebody types           |
 * | --------------------- | ------------------------------ | -------------------------------------- |
 * | form                  | `strassenbaume`                | `str`, `strassenbau` (as a beginning)  |
 * | `=` stem              | `=strassenbaum`                | `Straßenbaum`, `Straßenbäumen`         |
 * | `+` tail              | `+baume`, `+senbaume`, ...     | `baume`, `bau` (as a beginning)        |
 * | `~` stem of a tail    | `~baum`, `~senbaum`, ...       | `Baum`                                 |
 *
 * The other side, which lexemes a typed word asks for, is the database function `search.term`.
 */
export function lexemesOf(form: string): string[] {
  const lexemes = [form, `=${germanStem(form)}`];
  for (const tail of tailsOf(form)) {
    const stem = germanStem(tail);
    lexemes.push(`+${tail}`);
    if (stem !== tail && stem.length >= shortestTail) lexemes.push(`~${stem}`);
  }
  return lexemes;
}

/** Letters. Shorter parts (`eis`, `bus`) are in too many words that have nothing to do with them. */
export const shortestTail = 4;
const shortestHead = 3;

// Before these a word is not a compound: what follows means something else (Vielleicht is not leicht, Verkehr not Kehr).
const prefixes = new Set([
  ...[
    'ver',
    'ent',
    'zer',
    'ein',
    'aus',
    'auf',
    'vor',
    'mit',
    'bei',
    'her',
    'hin',
    'weg',
    'los',
    'miss',
    'nach',
    'uber',
    'unter',
    'durch',
    'wider',
  ],
  ...[
    'wieder',
    'gegen',
    'viel',
    'zuruck',
    'zusammen',
    'voraus',
    'heraus',
    'hinaus',
    'herein',
    'hinein',
    'vorbe',
    'anver',
    'unver',
    'beauf',
    'verein',
  ],
]);

// How a German word begins: nobody looks for `+htung`.
const onset = /^(?:[^aeiouy]?[aeiouy]|[bcfgkp]l|[bcdfgkptw]r|[gks]n|[cgpt]h|pf|ps|qu|sch|s[ckmpt]|ts|[tz]w)/u;

/** Where a compound may be divided: a beginning of three letters, an end of four, both with a vowel. No dictionary, so no word is unknown. */
export function tailsOf(form: string): string[] {
  const tails: string[] = [];
  for (let at = shortestHead; at <= form.length - shortestTail; at += 1) {
    const head = form.slice(0, at);
    const tail = form.slice(at);
    if (/[aeiouy]/u.test(head) && /[aeiouy]/u.test(tail) && onset.test(tail) && !prefixes.has(head)) tails.push(tail);
  }
  return tails;
}
