// SPDX-License-Identifier: EUPL-1.2
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { EntryTopic } from '#entries/entry-parts.entity.js';
import { Entry } from '#entries/entry.entity.js';
import type { Content } from '#entries/kind.js';
import { Kinds } from '#entries/kinds.js';
import { Topic } from '#taxonomy/topic.entity.js';
import { markdownText } from './markdown-text.js';
import { type SearchDocument, SearchEngine } from './search-engine.js';
import { SearchTextProviders } from './search-text.port.js';

/** Keeps the index as the entries are. Runs as the role of the worker, which reads all entries. */
@Injectable()
export class SearchIndexingService {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly engine: SearchEngine,
    private readonly kinds: Kinds,
    private readonly texts: SearchTextProviders,
  ) {}

  /** Writes the present state of one entry, whatever it was when the job was made: any number of times, in any order. */
  async index(entryId: string): Promise<void> {
    await this.orm.em.fork().transactional(async (em) => {
      // Held until the end, so that nobody releases another text between reading and writing.
      const [row] = await em.execute<{ held: boolean }[]>('select access.hold(?) as held', [entryId]);
      const entry = row?.held ? await em.findOne(Entry, entryId) : null;
      if (!entry) return;
      if (entry.state !== 'published' && entry.state !== 'archived') return this.engine.remove(em, entryId);
      await this.engine.put(em, await this.document(em, entry));
    });
  }

  /**
   * Indexes every entry anew, each in a transaction of its own, so that people go on working meanwhile; after a change of stop words or rules.
   * @returns how many
   */
  async rebuild(progress: (done: number, of: number) => void = () => undefined): Promise<number> {
    const rows = await this.orm.em.fork().execute<{ id: string }[]>('select id from entry order by id');
    for (const [done, { id }] of rows.entries()) {
      await this.index(id);
      progress(done + 1, rows.length);
    }
    return rows.length;
  }

  private async document(em: EntityManager, entry: Entry): Promise<SearchDocument> {
    const kind = this.kinds.get(entry.kind);
    const row: unknown = await em.findOne(kind.entity, { id: entry.id });
    const own = row ? this.texts.bodyOf(entry.kind, content(row as Record<string, unknown>)) : '';
    return {
      entryId: entry.id,
      title: entry.title,
      keyStatement: entry.keyStatement,
      body: markdownText(`${entry.body}\n\n${own}`),
      keywords: await topicNames(em, entry.id),
    };
  }
}

async function topicNames(em: EntityManager, entryId: string): Promise<string> {
  const topics = await em.find(EntryTopic, { entryId });
  const named = await em.find(
    Topic,
    topics.map(({ topicId }) => topicId),
  );
  return named.map(({ nameDe, nameEn }) => `${nameDe} ${nameEn}`).join(' ');
}

function content(row: Record<string, unknown>): Content {
  return Object.fromEntries(
    Object.entries(row).filter((field): field is [string, string] => field[0] !== 'id' && typeof field[1] === 'string'),
  );
}
