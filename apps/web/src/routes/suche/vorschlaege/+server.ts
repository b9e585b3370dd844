// SPDX-License-Identifier: EUPL-1.2
import { entryAddress } from '#lib/entries/address.ts';
import { LETTERS, type Suggestions } from '#lib/frame/suggestion.ts';
import { api } from '#lib/server/api.ts';
import { Suggest } from '#lib/server/documents/search.ts';
import type { RequestHandler } from './$types';

const NONE: Suggestions = { words: [], entries: [] };

/** What stands under the search box while typing. */
export const GET: RequestHandler = async (event) => {
  const text = (event.url.searchParams.get('q') ?? '').slice(0, 200);
  if (text.trim().length < LETTERS) return Response.json(NONE);
  const { suggest } = await api(event).query(Suggest, { text });
  const entries = suggest.entries.map(({ entry, title }) => ({
    href: entryAddress(entry),
    kind: entry.kind,
    company: entry.company.shortName,
    title,
  }));
  return Response.json({ words: suggest.words, entries } satisfies Suggestions);
};
