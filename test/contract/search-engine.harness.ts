// SPDX-License-Identifier: EUPL-1.2
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { ormOptions } from '#platform/database/orm.js';
import { readerPool } from '#platform/database/pool.js';
import { ReadSession } from '#platform/database/read-session.js';
import type { EngineSuggestions, SearchEngine, SearchPage, SearchQuery } from '#search/search-engine.js';
import { useDatabase } from '../support/database.js';
import { type CompanySlug, createOrganisations, type TestCompany } from '../support/organisations.js';

/** What a test says of an entry; the rest does not matter to it. */
export interface GivenEntry {
  title: string;
  keyStatement?: string;
  body?: string;
  company?: CompanySlug;
  audiences?: string[];
  state?: string;
  topics?: string[];
  publishedAt?: string;
}

/** An engine on a database of its own, with four companies and an employee of each (`wohnbau`, ...) who sees the group's entries. */
export class SearchEngineHarness {
  companies!: Record<CompanySlug, TestCompany>;
  admin!: pg.Client;
  private worker!: Awaited<ReturnType<typeof workerOrm>>;
  private readers!: pg.Pool;
  private minute = 0;

  constructor(readonly engine: SearchEngine) {}

  async open(urls: { migrations: string; worker: string; reader: string }): Promise<void> {
    this.companies = await createOrganisations(urls.migrations);
    this.admin = new pg.Client({ connectionString: urls.migrations });
    await this.admin.connect();
    this.worker = await workerOrm(urls.worker);
    this.readers = readerPool(urls.reader);
    for (const slug of Object.keys(this.companies) as CompanySlug[]) await this.addEmployee(slug);
  }

  async close(): Promise<void> {
    await this.readers.end();
    await this.worker.close();
    await this.admin.end();
  }

  /** Newer with each call. @returns the entry's id */
  async add(given: GivenEntry): Promise<string> {
    const id = crypto.randomUUID();
    const { title, keyStatement = '', body = '', company = 'stadtwerke', audiences = ['group'], state = 'published', topics = [] } = given;
    const publishedAt = given.publishedAt ?? new Date(Date.UTC(2026, 0, 1, 0, (this.minute += 1))).toISOString();
    await this.admin.query(
      `insert into entry (id, kind, state, title, key_statement, company_id, responsible_id, published_at, updated_at, created_at, trashed_at, audiences)
       select $1, 'practice', $2::text, $3, $4, $5, person_id, $6, $6, $6, case when $2 = 'trashed' then now() end, $7 from person_identity where subject = $8`,
      [id, state, title, keyStatement, this.companies[company].id, publishedAt, audiences, company],
    );
    for (const topic of topics) await this.admin.query('insert into entry_topic values ($1, $2)', [id, topic]);
    await this.put(id, { title, keyStatement, body });
    return id;
  }

  async put(entryId: string, texts: { title: string; keyStatement: string; body: string }): Promise<void> {
    await this.worker.em.fork().transactional((em) => this.engine.put(em, { entryId, ...texts }));
  }

  async remove(entryId: string): Promise<void> {
    await this.worker.em.fork().transactional((em) => this.engine.remove(em, entryId));
  }

  /** Empties hub and index. */
  async clear(): Promise<void> {
    await this.admin.query('truncate entry cascade');
  }

  query(query: Partial<SearchQuery> & { text: string }, viewer: string | null = 'wohnbau'): Promise<SearchPage> {
    return this.reading(viewer, (reads) => this.engine.query(reads, { first: 20, ...query }));
  }

  async titles(text: string, viewer: string | null = 'wohnbau'): Promise<string[]> {
    return (await this.query({ text }, viewer)).hits.map(({ entry }) => entry.title);
  }

  suggest(text: string, viewer: string | null = 'wohnbau'): Promise<EngineSuggestions> {
    return this.reading(viewer, (reads) => this.engine.suggest(reads, text));
  }

  async similar(title: string, except: string | null = null, viewer: string | null = 'wohnbau'): Promise<string[]> {
    const { hits } = await this.reading(viewer, (reads) => this.engine.similar(reads, title, except));
    return hits.map(({ entry }) => entry.title);
  }

  private async reading<Result>(viewer: string | null, use: (reads: ReadSession) => Promise<Result>): Promise<Result> {
    const reads = new ReadSession(this.readers, viewer === null ? null : { issuer: 'test', subject: viewer, actingFor: null });
    try {
      return await use(reads);
    } finally {
      await reads.close();
    }
  }

  private async addEmployee(slug: CompanySlug): Promise<void> {
    const person = crypto.randomUUID();
    await this.admin.query('insert into person (id, name) values ($1, $2)', [person, slug]);
    await this.admin.query("insert into person_identity (person_id, issuer, subject) values ($1, 'test', $2)", [person, slug]);
    await this.admin.query('insert into membership (id, person_id, company_id) values ($1, $2, $3)', [
      crypto.randomUUID(),
      person,
      this.companies[slug].id,
    ]);
    await this.admin.query("select set_config('app.person', $1, false)", [person]);
  }
}

function workerOrm(url: string) {
  return MikroORM.init({ ...ormOptions(url, []), discovery: { warnWhenNoEntities: false } });
}

export function useSearchEngine(makeEngine: () => SearchEngine): SearchEngineHarness {
  const database = useDatabase();
  const harness = new SearchEngineHarness(makeEngine());
  beforeAll(() => harness.open(database));
  afterAll(() => harness.close());
  return harness;
}
