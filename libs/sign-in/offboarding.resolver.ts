// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { Writes } from '#platform/database/writes.js';
import { invalidInput } from '#platform/errors/field-error.js';
import { CallerOf, Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { check } from '#platform/text/check.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { offboardingTokenInput, offboardInput } from './offboarding.input.js';
import { OffboardingService } from './offboarding.service.js';

const columns = 'id, name, created_at as "createdAt", revoked_at as "revokedAt"';
const tokensOf = statement(`select ${columns} from offboarding_token where company_id = $1 order by created_at desc, id`);
const tokenById = statement(`select ${columns} from offboarding_token where id = $1`);

@Resolver('OffboardingTokenCreated')
export class OffboardingResolver {
  constructor(
    private readonly service: OffboardingService,
    private readonly writes: Writes,
  ) {}

  @Query()
  async offboardingTokens(@Args('companyId') companyId: string, @Reads() reads: ReadSession) {
    if (!isId(companyId) || !mayAdminister(await reads.viewer(), companyId)) return null;
    return reads.rows(tokensOf, [companyId]);
  }

  @Mutation()
  async createOffboardingToken(@Args('companyId') companyId: string, @Args('name') name: string, @CallerOf() caller: Caller) {
    const checked = check(offboardingTokenInput, { name });
    if (!checked.ok) return invalidInput(checked.fields);
    const created = await this.writes.run(caller, (write) => this.service.create(write, companyId, checked.value.name));
    return { __typename: 'OffboardingTokenCreated', ...created };
  }

  @Mutation()
  async revokeOffboardingToken(@Args('id') id: string, @CallerOf() caller: Caller, @Reads() reads: ReadSession) {
    await this.writes.run(caller, (write) => this.service.revoke(write, id));
    return reads.row(tokenById, [id]);
  }

  @Mutation()
  async offboard(@Args('secret') secret: string, @Args('people') people: unknown) {
    const checked = check(offboardInput, { people });
    if (!checked.ok) return invalidInput(checked.fields);
    // Whoever is signed in beside it is nobody here: the secret speaks.
    const outcome = await this.writes.run(null, (write) => this.service.offboard(write, secret, checked.value.people));
    return { __typename: 'Offboarded', ...outcome };
  }

  @ResolveField()
  token(@Parent() { id }: { id: string }, @Reads() reads: ReadSession) {
    return reads.row(tokenById, [id]);
  }
}
