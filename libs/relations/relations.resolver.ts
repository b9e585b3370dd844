// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { EntriesReads } from '#entries/entries.reads.js';
import { RelationsService } from './relations.service.js';

@Resolver()
export class RelationsResolver {
  constructor(
    private readonly service: RelationsService,
    private readonly writes: Writes,
  ) {}

  @Mutation()
  addReuse(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.addReuse(write, entryId));
  }

  @Mutation()
  removeReuse(@Args('entryId') entryId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.removeReuse(write, entryId));
  }
}

@Resolver('ReuseChanged')
export class ReuseChangedFieldsResolver {
  constructor(private readonly entries: EntriesReads) {}

  @ResolveField()
  entry(@Parent() { entryId }: { entryId: string }, @Reads() reads: ReadSession) {
    return this.entries.entry(reads, entryId);
  }
}
