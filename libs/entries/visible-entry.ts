// SPDX-License-Identifier: EUPL-1.2
import { LockMode } from '@mikro-orm/postgresql';
import type { KnownPerson } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { Entry } from './entry.entity.js';
import { EntryAuthor } from './entry-parts.entity.js';
import { recordEvent } from './entry-event.js';
import type { EntryFacts } from './entry.policy.js';
import type { EntryAction } from './event.entity.js';
import { known } from './loaded-entry.js';

/** An entry to which somebody who sees it adds something that hangs on it: the text and who may see it stay as they are. */
export class VisibleEntry {
  private constructor(
    private readonly write: Write,
    readonly viewer: KnownPerson,
    private readonly entry: Entry,
    private readonly authorIds: string[],
  ) {}

  /** Locked against a release or withdrawal at the same moment. @throws NotFoundError when it is not for this viewer */
  static async load(write: Write, entryId: string): Promise<VisibleEntry> {
    if (!isId(entryId)) throw new NotFoundError();
    const entry = await write.em.findOne(Entry, entryId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw new NotFoundError();
    const authors = await write.em.find(EntryAuthor, { entryId }, { orderBy: { position: 'asc' } });
    return new VisibleEntry(
      write,
      known(write.viewer),
      entry,
      authors.map(({ personId }) => personId),
    );
  }

  get facts(): EntryFacts {
    const { state, companyId, visibility } = this.entry;
    return { state, companyId, visibility, everReleased: this.entry.wasReleased(), authorIds: this.authorIds };
  }

  async record(action: EntryAction): Promise<void> {
    recordEvent({ ...this.write, viewer: this.viewer }, this.entry.id, action);
    await this.write.em.flush();
    await this.write.enqueue('search.index', { entryId: this.entry.id });
  }
}
