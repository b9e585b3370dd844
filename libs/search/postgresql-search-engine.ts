// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ReadSession } from '#platform/database/read-session.js';
import { cleanLine, cleanText } from '#platform/text/plain-text.js';
import { tailsOf } from './lexemes.js';
import { decodePosition, encodePosition, type HitPosition } from './search-cursor.js';
import {
  type CountedValue,
  type EngineHit,
  type EngineSuggestions,
  type FacetCounts,
  type SearchDocument,
  SearchEngine,
  type SearchPage,
  type SearchQuery,
} from './search-engine.js';
import { indexTexts } from './search-index.js';
import { isSearchable, respell, type SearchTerm, searchTerms, termOf } from './search-terms.js';
import { querySql, similarSql, spellingsSql } from './search.sql.js';

/** What `search.query` answers. */
interface Page {
  total: number;
  /** Before the choices in the facets. */
  found: number;
  hits: HitPosition[];
  facets: FacetCounts | null;
  words: { written: string; beside: boolean; count: number }[] | null;
}

interface Answer {
  page: Page;
  hits: EngineHit[];
}

type Found = Answer & { terms: SearchTerm[]; didYouMean: string | null };

/** What `search.query` is asked beside the terms. */
type Asked = Record<string, unknown>;

const suggestedEntries = 4;
const similarEntries = 5;
// Fewer hits than these are filled up with what is near.
const few = 3;
// More is pasted, not typed; the API refuses it before.
const longestText = 1_000;

/** Search in the hub's own database: tables and functions in `0200-search.sql`, language in `fold.ts`, `german-stem.ts` and `lexemes.ts`. */
@Injectable()
export class PostgresqlSearchEngine extends SearchEngine {
  override async put(em: EntityManager, { entryId, ...given }: SearchDocument): Promise<void> {
    const texts = { ...given, body: cleanText(given.body) };
    const indexed = { ...indexTexts(texts), body: texts.body };
    await em.execute('select search.put(?, ?::jsonb)', [entryId, JSON.stringify(indexed)]);
  }

  override async remove(em: EntityManager, entryId: string): Promise<void> {
    await em.execute('select search.drop(?)', [entryId]);
  }

  override async query(reads: ReadSession, query: SearchQuery): Promise<SearchPage> {
    const text = typed(query.text);
    const { page, hits, terms, didYouMean } = await this.find(reads, text, {
      kinds: values(query.kinds),
      companies: values(query.companies),
      topics: values(query.topics),
      years: values(query.years?.filter((year) => year > 0 && year < 10_000)),
      states: values(query.states) ?? ['published'],
      newest: query.sort === 'newest',
      first: query.first,
      after: decodePosition(query.after),
      facets: true,
      words: query.after ? null : 'narrower',
    });
    const last = page.hits[query.first - 1];
    const hasNextPage = page.hits.length > query.first;
    return {
      total: page.total,
      hits: hits.slice(0, query.first),
      facets: page.facets ?? { kinds: [], companies: [], topics: [], years: [], states: [] },
      terms,
      didYouMean,
      narrower: offered(didYouMean ?? text, page),
      endCursor: encodeEnd(hasNextPage ? last : page.hits.at(-1)),
      hasNextPage,
    };
  }

  override async suggest(reads: ReadSession, text: string): Promise<EngineSuggestions> {
    const line = typed(text);
    if (!isSearchable(line)) return { words: [], hits: [], terms: [] };
    const asked = { states: ['published'], first: suggestedEntries, words: 'completions' };
    const inTitles = {
      terms: searchTerms(line),
      didYouMean: null,
      ...(await this.ask(reads, searchTerms(line), { ...asked, titles: true })),
    };
    // Titles answer what most people type, and ten times faster than all texts.
    const { page, hits, terms, didYouMean } = inTitles.page.total >= suggestedEntries ? inTitles : await this.find(reads, line, asked);
    return { words: offered(didYouMean ?? line, page), hits: hits.slice(0, suggestedEntries), terms };
  }

  override async similar(reads: ReadSession, title: string, exceptEntryId: string | null): Promise<Omit<EngineSuggestions, 'words'>> {
    const terms = searchTerms(typed(title)).filter(({ form }) => form.length > 2);
    if (terms.length === 0) return { hits: [], terms };
    const hits = await reads.rows<EngineHit>(similarSql, [JSON.stringify(terms), exceptEntryId, similarEntries]);
    return { hits, terms };
  }

  /** All words must be found. When they are not: another spelling, then anything near; each says so in what it answers. */
  private async find(reads: ReadSession, text: string, asked: Asked): Promise<Found> {
    const terms = searchTerms(text);
    const exact = await this.ask(reads, terms, asked);
    if (terms.length === 0) return { ...exact, terms, didYouMean: null };
    if (exact.page.found === 0) {
      const respelled = await this.respelled(reads, text, terms, asked);
      if (respelled) return respelled;
    }
    const wider = widen(terms);
    const enough = exact.page.found >= (terms.length === 1 ? few : 1);
    if (enough || wider.length === 1) return { ...exact, terms, didYouMean: null };
    const { hits } = asked['after'] ? (await this.ask(reads, terms, { ...asked, after: null })).page : exact.page;
    const near = { ...asked, any: true, ahead: hits.map(({ id }) => id), words: null };
    return { ...(await this.ask(reads, wider, near)), terms: wider, didYouMean: null };
  }

  private async respelled(reads: ReadSession, text: string, terms: SearchTerm[], asked: Asked): Promise<Found | null> {
    const row = await reads.row<{ spellings: Spelling[] }>(spellingsSql, [JSON.stringify(terms)]);
    const spellings = row?.spellings ?? [];
    const changes = terms.flatMap((term, index) => {
      const instead = spellings[index]?.instead;
      return instead ? [{ term, ...instead }] : [];
    });
    if (changes.length === 0) return null;
    const corrected = terms.map((term) => {
      const change = changes.find((candidate) => candidate.term === term);
      return change ? termOf(change.form) : term;
    });
    const answer = await this.ask(reads, corrected, asked);
    return answer.page.found > 0 ? { ...answer, terms: corrected, didYouMean: respell(text, changes) } : null;
  }

  private async ask(reads: ReadSession, terms: SearchTerm[], asked: Asked): Promise<Answer> {
    const row = await reads.row<Answer>(querySql, [JSON.stringify({ ...asked, terms })]);
    if (!row) throw new Error('search.query answered nothing');
    return row;
  }
}

interface Spelling {
  known: boolean;
  instead: { form: string; written: string } | null;
}

/** Several words: any of them. One word: also entries that hold only a later part of the compound (Starkregen: Regen). */
function widen(terms: SearchTerm[]): SearchTerm[] {
  const [only] = terms;
  if (!only || terms.length > 1) return terms;
  const tails = tailsOf(only.form).map((tail) => ({ ...termOf(tail), compounds: false }));
  return [only, ...tails];
}

function offered(text: string, { words }: Page): CountedValue[] {
  const last = searchTerms(text).at(-1);
  if (!words || !last) return [];
  return words.map(({ written, beside, count }) => ({
    value: beside ? `${text} ${written}` : respell(text, [{ term: last, written }]),
    count,
  }));
}

function encodeEnd(position: HitPosition | undefined): string | null {
  return position ? encodePosition(position) : null;
}

function typed(text: string): string {
  return cleanLine(text.slice(0, longestText));
}

/** Chosen values as text; none chosen is no choice. */
function values(chosen: readonly (string | number)[] | null | undefined): string[] | null {
  return chosen && chosen.length > 0 ? chosen.map((value) => cleanLine(String(value))) : null;
}
