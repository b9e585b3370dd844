// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';

export interface Suggestions {
  words: readonly { value: string; count: number }[];
  entries: readonly { href: string; kind: EntryKind; company: string; title: readonly { text: string; match: boolean }[] }[];
}

/** One row of the list under the search box. */
export interface Option {
  href: string;
  parts: readonly { text: string; match: boolean }[];
  kind?: EntryKind;
  aside: string;
}

/** Fewer letters than this would suggest half the hub. */
export const LETTERS = 3;

export async function suggestionsFor(text: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch(`/suche/vorschlaege?q=${encodeURIComponent(text)}`, { signal });
  if (!response.ok) throw new Error(`Suggestions answered ${response.status}`);
  return (await response.json()) as Suggestions;
}

/** Marks what was typed inside a longer word. */
export function markedWord(word: string, typed: string): Option['parts'] {
  const at = word.toLowerCase().indexOf(typed.trim().toLowerCase());
  if (at < 0) return [{ text: word, match: false }];
  const end = at + typed.trim().length;
  return [
    { text: word.slice(0, at), match: false },
    { text: word.slice(at, end), match: true },
    { text: word.slice(end), match: false },
  ].filter(({ text }) => text);
}
