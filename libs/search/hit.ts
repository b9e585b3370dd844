// SPDX-License-Identifier: EUPL-1.2
import type { EntrySummaryRow } from '#entries/entries.reads.js';
import { type Mark, marksIn, split, type TextPart } from './highlight.js';
import type { EngineHit } from './search-engine.js';
import type { SearchTerm } from './search-terms.js';
import { snippet } from './snippet.js';

export interface SearchHit {
  entry: EntrySummaryRow;
  title: TextPart[];
  keyStatement: TextPart[];
  snippet: TextPart[];
  reasons: string[];
}

/** How a hit shows what was searched for, and why it stands where it does. */
export function searchHit({ entry, body }: EngineHit, terms: SearchTerm[], respelled = false): SearchHit {
  const title = marksIn(entry.title, terms);
  const keyStatement = marksIn(entry.keyStatement, terms);
  const missing = terms.filter((_, index) => ![...title, ...keyStatement].some(({ term }) => term === index));
  const stretch = snippet(body, missing);
  return {
    entry,
    title: split(entry.title, title),
    keyStatement: split(entry.keyStatement, keyStatement),
    snippet: stretch,
    reasons: terms.length === 0 ? [] : reasons({ title, keyStatement, stretch, respelled, usedBy: entry.usedBy.length }),
  };
}

interface Shown {
  title: Mark[];
  keyStatement: Mark[];
  stretch: TextPart[];
  respelled: boolean;
  usedBy: number;
}

function reasons({ title, keyStatement, stretch, respelled, usedBy }: Shown): string[] {
  const head = [...title, ...keyStatement];
  const codes: [string, boolean][] = [
    ['title', title.length > 0],
    ['key-statement', keyStatement.length > 0],
    ['body', stretch.length > 0 || head.length === 0],
    ['part-of-word', head.length > 0 && !head.some(({ whole }) => whole)],
    ['similar-spelling', respelled],
    ['used-by', usedBy > 0],
  ];
  return codes.filter(([, applies]) => applies).map(([code]) => code);
}
