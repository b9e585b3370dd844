// SPDX-License-Identifier: EUPL-1.2

/**
 * The part of a German word that its inflected forms share: `strassenbaume`, `strassenbaum` -> `strassenbaum`; `beleuchtet`, `beleuchten` are as close
 * as the rules make them. Snowball's German algorithm (https://snowballstem.org/algorithms/german/stemmer.html) for words that are folded already.
 * @param word folded, one word
 */
export function germanStem(word: string): string {
  if (!/^[a-z]+$/u.test(word)) return word;
  const marked = word.replace(/(?<=[aeiouy])u(?=[aeiouy])/gu, 'U').replace(/(?<=[aeiouy])y(?=[aeiouy])/gu, 'Y');
  const first = Math.max(3, regionAfter(marked, 0));
  const second = regionAfter(marked, regionAfter(marked, 0));
  return derivation(comparison(inflection(marked, first), first), first, second).toLowerCase();
}

/** Where the region behind the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/u.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

/** Case and number: -em -ern -er -e -en -es -s. */
function inflection(word: string, region: number): string {
  const ending = /(?:ern|em|er|en|es|e|(?<=[bdfghklmnrt])s)$/u.exec(word);
  if (!ending || ending.index < region) return word;
  const stem = word.slice(0, ending.index);
  return /^(?:e|en|es)$/u.test(ending[0]) && stem.endsWith('niss') ? stem.slice(0, -1) : stem;
}

/** Verb and comparison: -en -er -est -st. */
function comparison(word: string, region: number): string {
  const ending = /(?:est|en|er|(?<=.{3}[bdfghklmnt])st)$/u.exec(word);
  return ending && ending.index >= region ? word.slice(0, ending.index) : word;
}

/** Derivation: -ung -end -ig -ik -isch -lich -heit -keit. */
function derivation(word: string, first: number, second: number): string {
  const ending = /(?:isch|lich|heit|keit|end|ung|ig|ik)$/u.exec(word);
  if (!ending || ending.index < second) return word;
  const stem = word.slice(0, ending.index);
  switch (ending[0]) {
    case 'end':
    case 'ung':
      return without(stem, /(?<!e)ig$/u, second);
    case 'lich':
    case 'heit':
      return without(stem, /e[rn]$/u, first);
    case 'keit':
      return without(stem, /(?:lich|ig)$/u, second);
    default:
      return stem.endsWith('e') ? word : stem;
  }
}

function without(word: string, ending: RegExp, region: number): string {
  const found = ending.exec(word);
  return found && found.index >= region ? word.slice(0, found.index) : word;
}
