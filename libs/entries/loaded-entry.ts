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
import { entryAudiences, type EntrySight, writerAudiences } from './entry-audiences.js';
import { Entry } from './entry.entity.js';
import type { RevisionDocument, VisibilityChoiceInput } from './entry.input.js';
import { EntryAuthor, EntryCompany } from './entry-parts.entity.js';
import type { EntryFacts } from './entry.policy.js';
import { type EventDetails, recordEvent } from './entry-event.js';
import type { EntryAction } from './event.entity.js';
import { Revision } from './revision.entity.js';

/** An entry being changed: locked until the transaction ends, so that two people who save at once come one after the other. */
export class LoadedEntry {
  private constructor(
    readonly write: Write & { viewer: KnownPerson },
    readonly entry: Entry,
    public authorIds: string[],
    private chosenCompanies: string[],
  ) {}

  /** @throws NotFoundError when it does not exist or is not for this viewer */
  static async load(write: Write, entryId: string): Promise<LoadedEntry> {
    const { em } = write;
    if (!isId(entryId)) throw new NotFoundError();
    const entry = await em.findOne(Entry, entryId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!entry) throw new NotFoundError();
    const authors = await em.find(EntryAuthor, { entryId }, { orderBy: { position: 'asc' } });
    const companies = await em.find(EntryCompany, { entryId });
    return new LoadedEntry(
      { ...write, viewer: known(write.viewer) },
      entry,
      authors.map(({ personId }) => personId),
      companies.map(({ companyId }) => companyId).sort(),
    );
  }

  /** A new draft of the viewer, for the company the viewer acts for. @throws NotFoundError when an entry hidden from the viewer has this id */
  static async create(write: Write, entry: Entry): Promise<LoadedEntry> {
    const viewer = known(write.viewer);
    await write.em.persist(entry).flush().catch(asMissing);
    await write.em.insert(EntryAuthor, { entryId: entry.id, personId: viewer.personId, position: 0 });
    return new LoadedEntry({ ...write, viewer }, entry, [viewer.personId], []);
  }

  get facts(): EntryFacts {
    const { state, companyId, visibility } = this.entry;
    return { state, companyId, visibility, everReleased: this.entry.wasReleased(), authorIds: this.authorIds };
  }

  get visibility(): VisibilityChoiceInput {
    return { choice: this.entry.visibility, companies: this.chosenCompanies };
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

  /** The writing team: acts at once, not with a release, because co-authors write before anything is released. */
  async setCoAuthors(personIds: string[]): Promise<void> {
    const [author, ...before] = this.authorIds;
    const after = [...new Set(personIds)].filter((id) => id !== author);
    if (!author || JSON.stringify(before) === JSON.stringify(after)) return;
    await this.write.em.nativeDelete(EntryAuthor, { entryId: this.entry.id, position: { $gt: 0 } });
    await insertAll(
      this.write.em,
      EntryAuthor,
      after.map((personId, index) => ({ entryId: this.entry.id, personId, position: index + 1 })),
    );
    this.authorIds = [author, ...after];
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
    this.chosenCompanies = companies;
  }

  /** Records the event, writes everything and, as the last statement, sets who may see it; then asks for the search row. */
  async finish(action: EntryAction, details: EventDetails = {}): Promise<void> {
    const { em, enqueue } = this.write;
    recordEvent(this.write, this.entry.id, action, details);
    await em.flush();
    const sight = this.sight();
    await em.execute('select access.set_audiences(?, ?::text[], ?::text[])', [
      this.entry.id,
      arrayLiteral(entryAudiences(sight)),
      arrayLiteral(writerAudiences(sight)),
    ]);
    await enqueue('search.index', { entryId: this.entry.id });
  }

  private sight(): EntrySight {
    const { state, companyId, departmentId = null } = this.entry;
    return {
      state,
      everReleased: this.entry.wasReleased(),
      companyId,
      departmentId,
      visibility: this.visibility,
      authorIds: this.authorIds,
    };
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

/** Audiences are made of ids and fixed words, so nothing in them needs quoting. */
function arrayLiteral(audiences: string[]): string {
  return `{${audiences.map((audience) => `"${audience}"`).join(',')}}`;
}

async function insertAll<Row extends object>(em: EntityManager, entity: EntityName<Row>, rows: RequiredEntityData<Row>[]): Promise<void> {
  if (rows.length > 0) await em.insertMany(entity, rows);
}
