// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '#lib/components/FacetList.svelte';
import { translated } from '#lib/format/translated.ts';
import type { EntryKind, SearchPageQuery } from '#lib/gql/graphql.ts';
import { kindBySlug, kindOf } from '#lib/kinds/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { PARAMETERS, STATES, type Wish } from '#lib/search/wish.ts';

export interface Facet {
  name: string;
  title: string;
  choices: Choice[];
}

type Found = Pick<SearchPageQuery, 'companies' | 'topics'> & { search: Pick<SearchPageQuery['search'], 'facets'> };
type Counted = readonly { value: string; count: number }[];

/** The filters beside a list, in the words of the reader. A chosen value stays even when nothing is left of it. */
export function facetsOf({ search: { facets }, companies, topics }: Found, wish: Wish): Facet[] {
  const companyName = new Map(companies.map(({ slug, shortName }) => [slug, shortName]));
  const topicName = new Map(topics.map(({ id, name }) => [id, translated(name)]));
  const kinds = facets.kinds.map(({ value, count }) => ({ value: kindOf(value as EntryKind).slug, count }));
  const states = facets.states.flatMap(({ value, count }) => ({ value: stateWord(value), count })).filter(({ value }) => value);
  return [
    { name: PARAMETERS.kinds, title: m.facet_kind(), choices: choices(kinds, wish.kinds, (slug) => kindBySlug(slug)?.label()) },
    {
      name: PARAMETERS.companies,
      title: m.facet_company(),
      choices: choices(facets.companies, wish.companies, (slug) => companyName.get(slug)),
    },
    { name: PARAMETERS.topics, title: m.facet_topic(), choices: choices(facets.topics, wish.topics, (id) => topicName.get(id)) },
    { name: PARAMETERS.years, title: m.facet_year(), choices: choices(facets.years, wish.years, (year) => year) },
    { name: PARAMETERS.states, title: m.facet_state(), choices: choices(states, wish.states, stateLabel) },
  ];
}

function choices(counted: Counted, chosen: readonly string[], label: (value: string) => string | undefined): Choice[] {
  const missing = chosen.filter((value) => !counted.some((each) => each.value === value)).map((value) => ({ value, count: 0 }));
  return [...counted, ...missing].flatMap(({ value, count }) => {
    const word = label(value);
    return word ? [{ value, count, label: word, chosen: chosen.includes(value) }] : [];
  });
}

function stateWord(state: string): string {
  return Object.keys(STATES).find((word) => STATES[word] === state) ?? '';
}

function stateLabel(word: string): string {
  return word === 'archiviert' ? m.state_archived() : m.state_valid();
}
