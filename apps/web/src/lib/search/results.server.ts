// SPDX-License-Identifier: EUPL-1.2
import type { RequestEvent } from '@sveltejs/kit';
import type { SearchPageQuery } from '#lib/gql/graphql.ts';
import { api } from '#lib/server/api.ts';
import { SearchCount, SearchPage } from '#lib/server/documents/search.ts';
import { inputOf, isFiltered, unfiltered, type Wish, wishOf } from '#lib/search/wish.ts';

export interface Results extends SearchPageQuery {
  wish: Wish;
  total: number;
  /** Only when nothing was found: what would help, with the number of results. */
  waysOut: { withoutFilters: number; didYouMean: number } | null;
}

export async function loadResults(event: RequestEvent): Promise<Results> {
  const wish = wishOf(event.url.searchParams);
  const found = await api(event).query(SearchPage, { input: inputOf(wish) });
  const { total, didYouMean } = found.search;
  return { ...found, wish, total, waysOut: total === 0 ? await waysOut(event, wish, didYouMean) : null };
}

async function waysOut(event: RequestEvent, wish: Wish, didYouMean: string | null | undefined): Promise<Results['waysOut']> {
  const [withoutFilters, meant] = await Promise.all([
    isFiltered(wish) ? count(event, unfiltered(wish)) : 0,
    didYouMean ? count(event, { ...unfiltered(wish), text: didYouMean }) : 0,
  ]);
  return { withoutFilters, didYouMean: meant };
}

async function count(event: RequestEvent, wish: Wish): Promise<number> {
  return (await api(event).query(SearchCount, { input: { ...inputOf(wish), first: 1 } })).search.total;
}
