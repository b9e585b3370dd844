// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { type MembersAsked, readMember, readMembers } from './memberships.reads.js';
import { MembershipsService } from './memberships.service.js';

@Resolver('MembershipChanged')
export class MembershipsResolver {
  constructor(
    private readonly service: MembershipsService,
    private readonly writes: Writes,
  ) {}

  @Query()
  companyMembers(@Args() asked: MembersAsked, @Reads() reads: ReadSession) {
    return readMembers(reads, asked);
  }

  @Mutation()
  endMembership(@Args('personId') personId: string, @Args('companyId') companyId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.end(write, companyId, personId));
  }

  @Mutation()
  reopenMembership(@Args('personId') personId: string, @Args('companyId') companyId: string, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.reopen(write, companyId, personId));
  }

  @ResolveField()
  member(@Parent() { companyId, personId }: { companyId: string; personId: string }, @Reads() reads: ReadSession) {
    return readMember(reads, companyId, personId);
  }
}
