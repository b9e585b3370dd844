// SPDX-License-Identifier: EUPL-1.2
import { Args, Query, Resolver } from '@nestjs/graphql';
import * as v from 'valibot';
import type { ReadSession } from '#platform/database/read-session.js';
import { BadRequestError } from '#platform/errors/errors.js';
import { Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { check } from '#platform/text/check.js';
import { searchHit } from './hit.js';
import { type CountedValue, SearchEngine } from './search-engine.js';
import { searchInput, searchLimits, searchText } from './search.input.js';

@Resolver()
export class SearchResolver {
  constructor(private readonly engine: SearchEngine) {}

  @Query()
  async search(@Args('input') input: unknown, @Reads() reads: ReadSession) {
    const query = checked(searchInput, input);
    const page = await this.engine.query(reads, { ...query, first: query.first ?? 20 });
    return {
      ...page,
      hits: page.hits.map((hit) => searchHit(hit, page.terms, page.didYouMean !== null)),
      facets: { ...page.facets, kinds: page.facets.kinds.map(enumValue), states: page.facets.states.map(enumValue) },
    };
  }

  @Query()
  async suggest(@Args('text') text: string, @Reads() reads: ReadSession) {
    const { words, hits, terms } = await this.engine.suggest(reads, checked(searchText, text));
    return { words, entries: hits.map((hit) => searchHit(hit, terms)) };
  }

  @Query()
  async similar(@Args('title') title: string, @Args('exceptEntryId') exceptEntryId: string | null, @Reads() reads: ReadSession) {
    const { hits, terms } = await this.engine.similar(
      reads,
      checked(searchText, title.slice(0, searchLimits.text)),
      exceptEntryId && isId(exceptEntryId) ? exceptEntryId : null,
    );
    return hits.map((hit) => searchHit(hit, terms));
  }
}

/** @throws BadRequestError beyond the limits, which no form of the hub exceeds */
function checked<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = check(schema, input);
  if (!result.ok) throw new BadRequestError('The search is beyond its limits.');
  return result.value;
}

/** As the API spells it, so that a value can be sent back as a choice. */
function enumValue({ value, count }: CountedValue): CountedValue {
  return { value: value.toUpperCase().replaceAll('-', '_'), count };
}
