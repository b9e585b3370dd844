// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { Writes } from '#platform/database/writes.js';
import { Reads } from '#platform/graphql/context.js';
import { isId } from '#platform/graphql/ids.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { readSignInJournal } from './sign-in-journal.reads.js';

@Resolver()
export class SignInJournalResolver {
  constructor(private readonly writes: Writes) {}

  @Query()
  async signInJournal(@Args('companyId') companyId: string, @Reads() reads: ReadSession) {
    if (!isId(companyId) || !mayAdminister(await reads.viewer(), companyId)) return null;
    return readSignInJournal(reads, companyId);
  }

  @Mutation()
  async reportSignInFailure(@Args('company') company: string, @Args('failure') failure: string) {
    await this.writes.run(null, async ({ em, now }) => {
      await em.execute('select access.record_sign_in(?, ?, null, ?, ?)', [now, company.slice(0, 40), failure, '{}']);
    });
    return true;
  }
}
