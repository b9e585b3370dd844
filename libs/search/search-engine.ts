// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReadSession } from '#platform/database/read-session.js';
import type { EntrySummaryRow } from '#entries/entries.reads.js';
import type { EntryState } from '#entries/entry.entity.js';
import type { SearchTexts } from './search-index.js';
import type { SearchTerm } from './search-terms.js';

/** Only texts: who may see an entry, its state, company, topics and dates an engine takes from the entry itself. */
export interface SearchDocument extends SearchTexts {
  entryId: string;
}

export interface SearchQuery {
  /** Empty: everything the viewer sees, newest first. */
  text: string;
  kinds?: string[] | null;
  /** Slugs. */
  companies?: string[] | null;
  topics?: string[] | null;
  years?: number[] | null;
  /** Default: published only. */
  states?: EntryState[] | null;
  sort?: 'relevance' | 'newest' | null;
  first: number;
  after?: string | null;
}

export interface CountedValue {
  value: string;
  count: number;
}

export interface FacetCounts {
  kinds: CountedValue[];
  companies: CountedValue[];
  topics: CountedValue[];
  years: CountedValue[];
  states: CountedValue[];
}

export interface EngineHit {
  entry: EntrySummaryRow;
  /** Plain text, at most 100,000 characters; empty when title and key statement show everything that was searched for. */
  body: string;
}

export interface SearchPage {
  total: number;
  hits: EngineHit[];
  facets: FacetCounts;
  /** What was looked for in the end, for marking it. */
  terms: SearchTerm[];
  /** Set when nothing holds all that was typed and the hits hold a part of it. */
  near: boolean;
  /** Set when nothing was found as typed and the hits are those of this spelling. */
  didYouMean: string | null;
  narrower: CountedValue[];
  endCursor: string | null;
  hasNextPage: boolean;
}

export interface EngineSuggestions {
  words: CountedValue[];
  hits: EngineHit[];
  terms: SearchTerm[];
}

/**
 * What finds entries. Everything it answers (hits, totals, facets, completions, spellings) is within the viewer's audiences, and it never fails
 * because of what somebody typed. `test/contract/search-engine.contract.ts` says what any engine must do.
 */
export abstract class SearchEngine {
  /** Replaces what is known of the entry; leaves it out while it is neither published nor archived. */
  abstract put(em: EntityManager, document: SearchDocument): Promise<void>;

  abstract remove(em: EntityManager, entryId: string): Promise<void>;

  /** @throws BadRequestError for a cursor that is not one of this list */
  abstract query(reads: ReadSession, query: SearchQuery): Promise<SearchPage>;

  /** While typing: how the last word could end, and entries to open. */
  abstract suggest(reads: ReadSession, text: string): Promise<EngineSuggestions>;

  /** Published entries that may be about the same, the most alike first. */
  abstract similar(reads: ReadSession, title: string, exceptEntryId: string | null): Promise<Omit<EngineSuggestions, 'words'>>;
}
