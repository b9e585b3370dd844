// SPDX-License-Identifier: EUPL-1.2
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { Reads } from '#platform/graphql/context.js';
import { type MyEntriesFilter, MyEntriesReads } from './my-entries.reads.js';

@Resolver('MyEntryConnection')
export class MyEntriesResolver {
  constructor(private readonly myEntriesReads: MyEntriesReads) {}

  @Query()
  myEntries(
    @Args('filter') filter: MyEntriesFilter | null,
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Reads() reads: ReadSession,
  ) {
    return this.myEntriesReads.page(reads, filter ?? {}, first, after);
  }

  @ResolveField()
  counts(@Parent() { scope }: { scope: unknown[] }, @Reads() reads: ReadSession) {
    return this.myEntriesReads.counts(reads, scope);
  }
}
