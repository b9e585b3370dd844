// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import { actingMembership } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { check } from '#platform/text/check.js';
import { readPreviousVisit } from '#organisation/organisation.reads.js';
import { EntriesReads, type EntryFilter } from './entries.reads.js';
import type { DocumentInput } from './entries.outcome.js';
import { EntriesService } from './entries.service.js';
import { visibilityInput } from './entry.input.js';
import { RevisionsReads } from './revisions.reads.js';
import { readVisibility } from './visibility.reads.js';

@Resolver()
export class EntriesResolver {
  constructor(
    private readonly entriesReads: EntriesReads,
    private readonly revisionsReads: RevisionsReads,
    private readonly service: EntriesService,
    private readonly writes: Writes,
  ) {}

  @Query()
  entry(@Args('id') id: string, @Reads() reads: ReadSession) {
    return isId(id) ? this.entriesReads.entry(reads, id) : null;
  }

  @Query()
  entries(
    @Args('filter') filter: EntryFilter | null,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Reads() reads: ReadSession,
  ) {
    if (typeof filter?.company === 'string' && !isId(filter.company)) return { nodes: [], endCursor: null, hasNextPage: false };
    return this.entriesReads.list(reads, filter ?? {}, first, after);
  }

  @Query()
  hubCounts(@Reads() reads: ReadSession) {
    return this.entriesReads.counts(reads);
  }

  @Query()
  draft(@Args('entryId') entryId: string, @Reads() reads: ReadSession) {
    return isId(entryId) ? this.revisionsReads.draft(reads, entryId) : null;
  }

  @Query()
  revision(@Args('entryId') entryId: string, @Args('number') number: number, @Reads() reads: ReadSession) {
    return isId(entryId) ? this.revisionsReads.revision(reads, entryId, number) : null;
  }

  @Query()
  revisions(@Args('entryId') entryId: string, @Reads() reads: ReadSession) {
    return isId(entryId) ? this.revisionsReads.revisions(reads, entryId) : [];
  }

  @Query()
  dueForMe(@Reads() reads: ReadSession) {
    return this.entriesReads.dueFor(reads);
  }

  @Query()
  async newFromOthers(@Args('first') first: number, @Reads() reads: ReadSession) {
    const viewer = await reads.viewer();
    const since = viewer.status === 'stranger' ? null : await readPreviousVisit(reads, viewer.personId);
    return this.entriesReads.newFromOthers(reads, since, first);
  }

  @Query()
  async visibilityPreview(@Args('visibility') visibility: unknown, @Args('entryId') entryId: string | null, @Reads() reads: ReadSession) {
    const checked = check(visibilityInput, visibility);
    const choice = checked.ok ? checked.value : null;
    const draft = entryId && isId(entryId) ? await this.revisionsReads.draft(reads, entryId) : null;
    const acting = actingMembership(await reads.viewer());
    const companyId = draft?.company.id ?? acting?.companyId;
    if (!choice || !companyId) return { choice: 'private', department: null, companies: [], headCount: 1 };
    const departmentId = draft ? (draft.department?.id ?? null) : (acting?.departmentId ?? null);
    return readVisibility(reads, { choice, companyId, departmentId, authors: 1 + (draft?.latest.document.coAuthorIds.length ?? 0) });
  }

  @Mutation()
  createDraft(@Args('input') input: { entryId: string; document: DocumentInput }, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.createDraft(write, input.entryId, input.document));
  }

  @Mutation()
  saveRevision(@Args('input') input: { entryId: string; base: number; document: DocumentInput }, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.saveRevision(write, input.entryId, input.base, input.document));
  }

  @Mutation()
  publish(@Args('entryId') entryId: string, @Args('revision') revision: number, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.publish(write, entryId, revision));
  }

  @Mutation()
  narrowVisibility(@Args('entryId') entryId: string, @Args('visibility') visibility: unknown, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.narrow(write, entryId, visibility));
  }

  @Mutation()
  archive(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.archive(write, entryId));
  }

  @Mutation()
  withdraw(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.withdraw(write, entryId));
  }

  @Mutation()
  restore(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.restore(write, entryId));
  }

  @Mutation()
  handOver(@Args('entryId') entryId: string, @Args('personId') personId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.handOver(write, entryId, personId));
  }

  @Mutation()
  discard(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.discard(write, entryId));
  }
}
