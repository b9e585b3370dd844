// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Write } from '#platform/database/writes.js';
import { BadRequestError, ForbiddenError, NotFoundError } from '#platform/errors/errors.js';
import { type InvalidInput, invalidInput } from '#platform/errors/field-error.js';
import { check } from '#platform/text/check.js';
import { id as idInput } from '#platform/text/text.input.js';
import { berlinDay } from '#platform/time/berlin-day.js';
import { type EntryFacts, isNarrower } from './entry-audiences.js';
import { changedFields, checkDocument, missingForRelease } from './entry-document.js';
import { Entry } from './entry.entity.js';
import { type RevisionDocument, visibilityInput } from './entry.input.js';
import { mayArchive, mayContribute, mayDiscard, mayEdit, mayHandOver, mayNarrow, mayRestore, mayWithdraw } from './entry.policy.js';
import type { Kind } from './kind.js';
import { Kinds } from './kinds.js';
import { LoadedEntry } from './loaded-entry.js';
import { newEntry } from './new-entry.js';
import { isMemberOf, unknownCompanies, unknownReferences } from './references.js';
import { release } from './release.js';
import type { DocumentInput, Outcome } from './entries.outcome.js';

/** The use cases of the spine, for every kind. Each: load, check, change, record; the transaction is opened by whoever calls. */
@Injectable()
export class EntriesService {
  constructor(private readonly kinds: Kinds) {}

  /** Sent twice with the same id it is one draft. */
  async createDraft(write: Write, id: string, input: DocumentInput): Promise<Outcome<'Saved'>> {
    if (!mayContribute(write.viewer)) throw new ForbiddenError();
    const checkedId = check(idInput, id);
    if (!checkedId.ok) return invalidInput([{ path: ['entryId'], code: 'invalid' }]);
    const entryId = checkedId.value;
    const kind = this.kindOf(input);
    const document = await this.checked(write, kind, input, []);
    if ('__typename' in document) return document;

    await write.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [entryId]);
    if (await write.em.findOne(Entry, entryId)) return this.sentBefore(write, entryId);

    const loaded = await LoadedEntry.create(write, newEntry(write, entryId, kind));
    loaded.addRevision(1, document);
    await write.em.flush();
    await loaded.setCoAuthors(document.coAuthors);
    await loaded.finish('created', { revision: 1 });
    return { __typename: 'Saved', entryId };
  }

  /** Readers see nothing of it until it is published. */
  async saveRevision(write: Write, entryId: string, base: number, input: DocumentInput): Promise<Outcome<'Saved' | 'RevisionConflict'>> {
    const loaded = await this.load(write, entryId, mayEdit);
    const kind = this.kinds.get(loaded.entry.kind);
    if (this.kindOf(input) !== kind) throw new BadRequestError('The document is of another kind than the entry.');
    const document = await this.checked(write, kind, input, await loaded.authorIds());
    if ('__typename' in document) return document;

    const latest = await loaded.latestRevision();
    if (!latest) throw new NotFoundError();
    const fields = changedFields(latest.document, document);
    if (fields.length === 0) return { __typename: 'Saved', entryId };
    if (latest.number !== base) {
      if (!(await loaded.revision(base))) throw new NotFoundError();
      return { __typename: 'RevisionConflict', entryId, base, theirs: latest.number };
    }

    loaded.addRevision(base + 1, document);
    await write.em.flush();
    await loaded.setCoAuthors(document.coAuthors);
    await loaded.finish('saved', { revision: base + 1, fields });
    return { __typename: 'Saved', entryId };
  }

  /** Twice is once. What somebody else saved in between is never released unread. */
  async publish(write: Write, entryId: string, number: number): Promise<Outcome<'Published' | 'RevisionConflict'>> {
    const loaded = await this.load(write, entryId, mayEdit);
    const kind = this.kinds.get(loaded.entry.kind);
    const revision = await loaded.revision(number);
    const latest = await loaded.latestRevision();
    if (!revision || !latest) throw new NotFoundError();
    if (latest.number !== number) return { __typename: 'RevisionConflict', entryId, base: number, theirs: latest.number };
    if (loaded.entry.state === 'published' && loaded.entry.revision === number) return { __typename: 'Published', entryId };

    const faults = missingForRelease(kind, revision.document, berlinDay(write.now));
    if (faults.length > 0) return invalidInput(faults);

    await release(loaded, kind, revision);
    await loaded.finish('released', { revision: number });
    return { __typename: 'Published', entryId };
  }

  /** Fewer people, at once. The newest revision keeps its own choice, which counts again when it is released. */
  async narrow(write: Write, entryId: string, input: unknown): Promise<Outcome<'Changed' | 'NotPossible'>> {
    const checked = check(visibilityInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    const visibility = checked.value;
    const loaded = await this.load(write, entryId, mayEdit);
    const unknown = await unknownCompanies(write.em, visibility);
    if (unknown.length > 0) return invalidInput(unknown);
    if (!mayNarrow(loaded.write.viewer, loaded.facts)) return notPossible(entryId, 'not-published');
    if (!isNarrower(loaded.visibility, visibility)) return notPossible(entryId, 'not-narrower');

    await loaded.setVisibility(visibility);
    await loaded.finish('narrowed', { fields: ['visibility'] });
    return changed(entryId);
  }

  /** To a member of the owning company of today. Who wrote it stays named, and goes on writing while a member. */
  async handOver(write: Write, entryId: string, personId: string): Promise<Outcome<'Changed'>> {
    const loaded = await this.load(write, entryId, mayHandOver);
    const { entry } = loaded;
    if (!(await isMemberOf(write, entry.companyId, personId))) return invalidInput([{ path: ['personId'], code: 'unknown' }]);
    if (entry.responsibleId === personId) return changed(entryId);
    entry.responsibleId = personId;
    await loaded.finish('handed-over', { fields: ['responsible'] });
    return changed(entryId);
  }

  archive(write: Write, entryId: string): Promise<Outcome<'Changed' | 'NotPossible'>> {
    return this.move(write, entryId, { may: mayArchive, otherwise: 'not-published', to: 'archived', action: 'archived' });
  }

  withdraw(write: Write, entryId: string): Promise<Outcome<'Changed' | 'NotPossible'>> {
    return this.move(write, entryId, { may: mayWithdraw, otherwise: 'not-published', to: 'draft', action: 'withdrawn' });
  }

  discard(write: Write, entryId: string): Promise<Outcome<'Changed' | 'NotPossible'>> {
    return this.move(write, entryId, { may: mayDiscard, otherwise: 'already-published', to: 'trashed', action: 'discarded' });
  }

  /** What was released comes back as it was; what never was is a draft again. */
  async restore(write: Write, entryId: string): Promise<Outcome<'Changed' | 'NotPossible'>> {
    const loaded = await LoadedEntry.load(write, entryId);
    const to = loaded.entry.wasReleased() ? 'published' : 'draft';
    return this.moveLoaded(loaded, { may: mayRestore, otherwise: 'not-archived', to, action: 'restored' });
  }

  /** The same form again, if it is theirs; an entry of somebody else has no draft for them. */
  private async sentBefore(write: Write, entryId: string): Promise<Outcome<'Saved'>> {
    const { facts } = await LoadedEntry.load(write, entryId);
    if (!mayEdit(write.viewer, facts)) throw new NotFoundError();
    return { __typename: 'Saved', entryId };
  }

  private async move(write: Write, entryId: string, step: Step): Promise<Outcome<'Changed' | 'NotPossible'>> {
    return this.moveLoaded(await LoadedEntry.load(write, entryId), step);
  }

  private async moveLoaded(loaded: LoadedEntry, { may, otherwise, to, action }: Step): Promise<Outcome<'Changed' | 'NotPossible'>> {
    const { viewer } = loaded.write;
    const { entry, facts } = loaded;
    if (!mayEdit(viewer, { ...facts, state: 'draft' })) throw new ForbiddenError();
    if (!may(viewer, facts)) return notPossible(entry.id, otherwise);
    entry.moveTo(to, loaded.write.now);
    await loaded.finish(action);
    return changed(entry.id);
  }

  private async load(write: Write, entryId: string, may: (viewer: Write['viewer'], facts: EntryFacts) => boolean): Promise<LoadedEntry> {
    const loaded = await LoadedEntry.load(write, entryId);
    if (!may(write.viewer, loaded.facts)) throw new ForbiddenError();
    return loaded;
  }

  private kindOf({ content }: DocumentInput): Kind {
    return this.kinds.get(Object.keys(content)[0] ?? '');
  }

  private async checked(write: Write, kind: Kind, input: DocumentInput, named: string[]): Promise<RevisionDocument | InvalidInput> {
    const document = checkDocument(kind, input);
    if (!document.ok) return invalidInput(document.fields);
    const unknown = await unknownReferences(write, document.value, named);
    return unknown.length > 0 ? invalidInput(unknown) : document.value;
  }
}

interface Step {
  may: (viewer: Write['viewer'], facts: EntryFacts) => boolean;
  otherwise: string;
  to: Entry['state'];
  action: 'archived' | 'withdrawn' | 'discarded' | 'restored';
}

function changed(entryId: string): Outcome<'Changed'> {
  return { __typename: 'Changed', entryId };
}

function notPossible(entryId: string, code: string): Outcome<'NotPossible'> {
  return { __typename: 'NotPossible', entryId, code };
}
