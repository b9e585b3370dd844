// SPDX-License-Identifier: EUPL-1.2
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { batched } from '#platform/graphql/batch.js';
import { Reads } from '#platform/graphql/context.js';
import { type PersonRow, readPeopleByIds } from '#organisation/organisation.reads.js';
import { EntriesReads } from './entries.reads.js';
import { RevisionsReads } from './revisions.reads.js';
import { type ChoiceOf, readVisibility } from './visibility.reads.js';

/** Answers of mutations carry ids; what is shown of the entry is read afterwards, under the viewer's present audiences. */
@Resolver('Saved')
export class SavedFieldsResolver {
  constructor(private readonly revisions: RevisionsReads) {}

  @ResolveField()
  draft(@Parent() { entryId }: { entryId: string }, @Reads() reads: ReadSession) {
    return this.revisions.draft(reads, entryId);
  }
}

@Resolver('RevisionConflict')
export class RevisionConflictFieldsResolver {
  constructor(private readonly revisions: RevisionsReads) {}

  @ResolveField()
  base(@Parent() conflict: { entryId: string; base: number }, @Reads() reads: ReadSession) {
    return this.revisions.revision(reads, conflict.entryId, conflict.base);
  }

  @ResolveField()
  theirs(@Parent() conflict: { entryId: string; theirs: number }, @Reads() reads: ReadSession) {
    return this.revisions.revision(reads, conflict.entryId, conflict.theirs);
  }
}

@Resolver('Published')
export class PublishedFieldsResolver {
  constructor(private readonly entries: EntriesReads) {}

  @ResolveField()
  entry(@Parent() { entryId }: { entryId: string }, @Reads() reads: ReadSession) {
    return this.entries.entry(reads, entryId);
  }
}

@Resolver('Changed')
export class ChangedFieldsResolver {
  constructor(private readonly entries: EntriesReads) {}

  @ResolveField()
  entry(@Parent() { entryId }: { entryId: string }, @Reads() reads: ReadSession) {
    return this.entries.entry(reads, entryId);
  }
}

@Resolver('NotPossible')
export class NotPossibleFieldsResolver {
  constructor(private readonly entries: EntriesReads) {}

  @ResolveField()
  entry(@Parent() { entryId }: { entryId: string }, @Reads() reads: ReadSession) {
    return this.entries.entry(reads, entryId);
  }
}

@Resolver('RevisionDocument')
export class RevisionDocumentFieldsResolver {
  @ResolveField()
  async coAuthors(@Parent() document: { coAuthorIds: string[] }, @Reads() reads: ReadSession): Promise<PersonRow[]> {
    const people = await Promise.all(document.coAuthorIds.map((id) => batched(reads, readPeopleByIds, id)));
    return people.filter((person) => person !== null);
  }

  @ResolveField()
  visibility(@Parent() document: { visibilityOf: ChoiceOf }, @Reads() reads: ReadSession) {
    return readVisibility(reads, document.visibilityOf);
  }
}
