// SPDX-License-Identifier: EUPL-1.2
import { kindBySlug } from '#lib/kinds/index.ts';
import type { EntryState, SearchInput } from '#lib/gql/graphql.ts';

/** What the address asks for. Every view of a list is an address that can be sent to a colleague. */
export interface Wish {
  text: string;
  /** Slugs of kinds, as in `/beitragen/<slug>`. */
  kinds: string[];
  companies: string[];
  topics: string[];
  years: string[];
  /** In the words of the address: `gueltig`, `archiviert`. */
  states: string[];
  newestFirst: boolean;
  after: string | undefined;
}

/** Names of the parameters. */
export const PARAMETERS = {
  text: 'q',
  kinds: 'art',
  companies: 'organisation',
  topics: 'thema',
  years: 'jahr',
  states: 'stand',
  sort: 'sortierung',
  after: 'nach',
} as const;

export const STATES: Readonly<Record<string, EntryState>> = { gueltig: 'PUBLISHED', archiviert: 'ARCHIVED' };

const FACETS = ['kinds', 'companies', 'topics', 'years', 'states'] as const;
const NEWEST = 'neueste';
const MOST_VALUES = 50;
const PAGE = 20;

export function wishOf(parameters: URLSearchParams): Wish {
  const all = (name: keyof typeof PARAMETERS): string[] => [...new Set(parameters.getAll(PARAMETERS[name]))].slice(0, MOST_VALUES);
  return {
    text: (parameters.get(PARAMETERS.text) ?? '').slice(0, 200),
    kinds: all('kinds').filter((slug) => kindBySlug(slug)),
    companies: all('companies'),
    topics: all('topics').filter((id) => /^[0-9a-f-]{36}$/i.test(id)),
    years: all('years').filter((year) => /^\d{4}$/.test(year)),
    states: all('states').filter((state) => state in STATES),
    newestFirst: parameters.get(PARAMETERS.sort) === NEWEST,
    after: parameters.get(PARAMETERS.after) ?? undefined,
  };
}

export function addressOf(path: string, wish: Wish): string {
  const parameters = new URLSearchParams();
  if (wish.text) parameters.set(PARAMETERS.text, wish.text);
  for (const facet of FACETS) for (const value of wish[facet]) parameters.append(PARAMETERS[facet], value);
  if (wish.newestFirst) parameters.set(PARAMETERS.sort, NEWEST);
  if (wish.after) parameters.set(PARAMETERS.after, wish.after);
  const query = parameters.toString();
  return query ? `${path}?${query}` : path;
}

export function isFiltered(wish: Wish): boolean {
  return FACETS.some((facet) => wish[facet].length > 0);
}

export function unfiltered(wish: Wish): Wish {
  return { ...wish, kinds: [], companies: [], topics: [], years: [], states: [], after: undefined };
}

export function inputOf(wish: Wish): SearchInput {
  return {
    text: wish.text,
    kinds: wish.kinds.flatMap((slug) => kindBySlug(slug)?.kind ?? []),
    companies: wish.companies,
    topics: wish.topics,
    years: wish.years.map(Number),
    ...(wish.states.length && { states: wish.states.flatMap((state) => STATES[state] ?? []) }),
    sort: wish.newestFirst ? 'NEWEST' : 'RELEVANCE',
    first: PAGE,
    after: wish.after ?? null,
  };
}
