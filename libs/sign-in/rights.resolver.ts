// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller, Role } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { readMember } from '#organisation/memberships.reads.js';
import { readMyData } from './my-data.reads.js';
import { type Membered, RightsService } from './rights.service.js';

@Resolver('RightsChanged')
export class RightsResolver {
  constructor(
    private readonly service: RightsService,
    private readonly writes: Writes,
  ) {}

  @Query()
  async myData(@Reads() reads: ReadSession) {
    const viewer = await reads.viewer();
    return viewer.status === 'stranger' ? null : readMyData(reads, viewer.personId);
  }

  @Mutation()
  grantRole(@Args() { companyId, personId, role }: Membered & { role: Role }, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.grant(write, { companyId, personId }, role));
  }

  @Mutation()
  revokeRole(@Args() { companyId, personId, role }: Membered & { role: Role }, @CallerOf() caller: Caller) {
    return this.writes.run(caller, (write) => this.service.revoke(write, { companyId, personId }, role));
  }

  @ResolveField()
  member(@Parent() { companyId, personId }: Membered, @Reads() reads: ReadSession) {
    return readMember(reads, companyId, personId);
  }
}
