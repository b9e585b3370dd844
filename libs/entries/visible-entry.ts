// SPDX-License-Identifier: EUPL-1.2
import { LockMode } from '@mikro-orm/postgresql';
import type { KnownPerson } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { Entry } from './entry.entity.js';
import { recordEvent } from './entry-event.js';
import type { EntryFacts } from './entry-audiences.js';
import { readSight } from './entry-sight.js';
import type { EntryAction } from './event.entity.js';
import { known } from './loaded-entry.js';

/** An entry to which somebody who sees it adds something that hangs on it: the text and who may see it stay as they are. */
export class VisibleEntry {
  private constructor(
    private readonly write: Write,
    readonly viewer: KnownPerson,
    private readonly entry: Entry,
    readonly facts: EntryFacts,
  ) {}

  /** Locked against a release or withdrawal at the same moment. @throws NotFoundError when it is not for this viewer */
  static async load(write: Write, entryId: string): Promise<VisibleEntry> {
    if (!isId(entryId)) throw new NotFoundError();
    const entry = await write.em.findOne(Entry, entryId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw new NotFoundError();
    return new VisibleEntry(write, known(write.viewer), entry, await readSight(write.em, entryId));
  }

  async record(action: EntryAction): Promise<void> {
    recordEvent({ ...this.write, viewer: this.viewer }, this.entry.id, action);
    await this.write.em.flush();
    await this.write.enqueue('search.index', { entryId: this.entry.id });
  }
}
