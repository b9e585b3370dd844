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
    const asked = {
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
    };
    const found = await this.find(reads, text, asked);
    const { page, hits, terms, didYouMean } = await this.withNear(reads, found, asked);
    const last = page.hits[query.first - 1];
    const hasNextPage = page.hits.length > query.first;
    return {
      total: page.total,
      hits: hits.slice(0, query.first),
      facets: page.facets ?? { kinds: [], companies: [], topics: [], years: [], states: [] },
      terms,
      near: found.page.found === 0 && page.found > 0,
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
    // Titles answer what most people type, in less than half the time that all texts take.
    const terms = searchTerms(line);
    const inTitles = { terms, didYouMean: null, ...(await this.ask(reads, terms, { ...asked, titles: true })) };
    const found = inTitles.page.total >= suggestedEntries ? inTitles : await this.find(reads, line, asked);
    return { words: offered(found.didYouMean ?? line, found.page), hits: found.hits.slice(0, suggestedEntries), terms: found.terms };
  }

  override async similar(reads: ReadSession, title: string, exceptEntryId: string | null): Promise<Omit<EngineSuggestions, 'words'>> {
    const terms = searchTerms(typed(title)).filter(({ form }) => form.length > 2);
    if (terms.length === 0) return { hits: [], terms };
    const hits = await reads.rows<EngineHit>(similarSql, [JSON.stringify(terms), exceptEntryId, similarEntries]);
    return { hits, terms };
  }

  /** All words must be found, in another spelling if nobody in sight has written them as typed. */
  private async find(reads: ReadSession, text: string, asked: Asked): Promise<Found> {
    const terms = searchTerms(text);
    const exact = await this.ask(reads, terms, asked);
    const respelled = exact.page.found === 0 && terms.length > 0 ? await this.respelled(reads, text, terms, asked) : null;
    return respelled ?? { ...exact, terms, didYouMean: null };
  }

  /** Adds what titles have of the words behind what was found with all of them; any text when titles have nothing. */
  private async withNear(reads: ReadSession, found: Found, asked: Asked): Promise<Found> {
    const { terms, page } = found;
    const wider = widen(terms);
    if (page.found >= (terms.length > 1 ? 1 : few) || wider.length < 2) return found;
    const { hits } = asked['after'] ? (await this.ask(reads, terms, { ...asked, after: null })).page : page;
    const loose = { ...asked, any: true, ahead: hits.map(({ id }) => id), words: null };
    const inTitles = await this.ask(reads, wider, { ...loose, titles: true });
    const answer = inTitles.page.found > 0 || terms.length === 1 ? inTitles : await this.ask(reads, wider, loose);
    return { ...found, ...answer, page: { ...answer.page, words: page.words }, terms: wider };
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
