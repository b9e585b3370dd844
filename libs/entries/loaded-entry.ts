// SPDX-License-Identifier: EUPL-1.2
import {
  type EntityManager,
  type EntityName,
  LockMode,
  type RequiredEntityData,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql';
import type { KnownPerson, Viewer } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { ForbiddenError, NotFoundError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { membershipsOf } from './references.js';
import type { EntrySight } from './entry-audiences.js';
import { Entry } from './entry.entity.js';
import type { RevisionDocument, VisibilityChoiceInput } from './entry.input.js';
import { EntryAuthor, EntryCompany } from './entry-parts.entity.js';
import { audienceArguments, readSight } from './entry-sight.js';
import { lastShown, shownSince } from './entry-shown.js';
import { type EventDetails, recordEvent } from './entry-event.js';
import type { EntryAction } from './event.entity.js';
import { Revision } from './revision.entity.js';

/** An entry being changed: locked until the transaction ends, so that two people who save at once come one after the other. */
export class LoadedEntry {
  private constructor(
    readonly write: Write & { viewer: KnownPerson },
    readonly entry: Entry,
    /** As it was when it was loaded. */
    readonly facts: EntrySight,
  ) {}

  /** @throws NotFoundError when it does not exist or is not for this viewer */
  static async load(write: Write, entryId: string): Promise<LoadedEntry> {
    const { em } = write;
    if (!isId(entryId)) throw new NotFoundError();
    const entry = await em.findOne(Entry, entryId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw new NotFoundError();
    return new LoadedEntry({ ...write, viewer: known(write.viewer) }, entry, await readSight(em, entryId));
  }

  /** A new draft of the viewer, for the company the viewer acts for. @throws NotFoundError when an entry hidden from the viewer has this id */
  static async create(write: Write, entry: Entry): Promise<LoadedEntry> {
    const viewer = known(write.viewer);
    const membership = viewer.memberships.find(({ companyId }) => companyId === entry.companyId);
    if (!membership) throw new ForbiddenError();
    await write.em.persist(entry).flush().catch(asMissing);
    await write.em.insert(EntryAuthor, { entryId: entry.id, personId: viewer.personId, membershipId: membership.id, position: 0 });
    return new LoadedEntry({ ...write, viewer }, entry, await readSight(write.em, entry.id));
  }

  get visibility(): VisibilityChoiceInput {
    return { choice: this.facts.visibility, companies: this.facts.companies };
  }

  latestRevision(): Promise<Revision | null> {
    return this.write.em.findOne(Revision, { entryId: this.entry.id }, { orderBy: { number: 'desc' } });
  }

  revision(number: number): Promise<Revision | null> {
    return this.write.em.findOne(Revision, { entryId: this.entry.id, number });
  }

  addRevision(number: number, document: RevisionDocument): Revision {
    const { em, viewer, now } = this.write;
    const revision = em.create(Revision, {
      id: crypto.randomUUID(),
      entryId: this.entry.id,
      number,
      document,
      savedBy: viewer.personId,
      savedAt: now,
    });
    em.persist(revision);
    return revision;
  }

  /** The author first, then the co-authors; all that are named, whether they are still there or not. */
  async authorIds(): Promise<string[]> {
    return (await this.authors()).map(({ personId }) => personId);
  }

  /**
   * The writing team: acts at once, not with a release, because co-authors write before anything is released. Who is new writes as a member
   * of the owning company, or of another one; who was there before goes on as they began, also when that membership has ended since.
   */
  async setCoAuthors(personIds: string[]): Promise<void> {
    const { em } = this.write;
    const entryId = this.entry.id;
    const [author, ...before] = await this.authors();
    const after = [...new Set(personIds)].filter((id) => id !== author?.personId);
    if (!author || JSON.stringify(before.map(({ personId }) => personId)) === JSON.stringify(after)) return;
    const found = await membershipsOf(this.write, this.entry.companyId, after);
    for (const { personId, membershipId } of before) found.set(personId, membershipId);
    await em.nativeDelete(EntryAuthor, { entryId, position: { $gt: 0 } });
    await insertAll(
      em,
      EntryAuthor,
      after.flatMap((personId, index) => {
        const membershipId = found.get(personId);
        return membershipId ? [{ entryId, personId, membershipId, position: index + 1 }] : [];
      }),
    );
  }

  private authors() {
    return this.write.em.find(EntryAuthor, { entryId: this.entry.id }, { orderBy: { position: 'asc' } });
  }

  /** The released choice. Who may see the entry follows from it in `finish`. */
  async setVisibility({ choice, companies }: VisibilityChoiceInput): Promise<void> {
    this.entry.visibility = choice;
    await this.write.em.nativeDelete(EntryCompany, { entryId: this.entry.id });
    await insertAll(
      this.write.em,
      EntryCompany,
      companies.map((companyId) => ({ entryId: this.entry.id, companyId })),
    );
  }

  /** Records the event, writes everything and, as the last statement, sets who may see it; then asks for the search row. */
  async finish(action: EntryAction, details: EventDetails = {}): Promise<void> {
    const { em, enqueue, now } = this.write;
    recordEvent(this.write, this.entry.id, action, details);
    await em.flush();
    const sight = await readSight(em, this.entry.id);
    this.entry.shown = shownSince(this.entry.shown, this.facts, sight, now);
    this.entry.shownAt = lastShown(this.entry.shown);
    await em.flush();
    await em.execute('select access.set_audiences(?, ?::text[], ?::text[])', audienceArguments(this.entry.id, sight));
    await enqueue('search.index', { entryId: this.entry.id });
  }
}

/** @throws ForbiddenError for a stranger or guest, whom the schema already keeps out */
export function known(viewer: Viewer): KnownPerson {
  if (viewer.status !== 'employee') throw new ForbiddenError();
  return viewer;
}

function asMissing(error: unknown): never {
  throw error instanceof UniqueConstraintViolationException ? new NotFoundError() : error;
}

async function insertAll<Row extends object>(em: EntityManager, entity: EntityName<Row>, rows: RequiredEntityData<Row>[]): Promise<void> {
  if (rows.length > 0) await em.insertMany(entity, rows);
}
