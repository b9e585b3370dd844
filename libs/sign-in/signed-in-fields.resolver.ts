// SPDX-License-Identifier: EUPL-1.2
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { Reads } from '#platform/graphql/context.js';
import { readSessionRule } from '#organisation/sign-in-ways.reads.js';

@Resolver('SignedIn')
export class SignedInFieldsResolver {
  /** Read after the write: only now the person is of the company. */
  @ResolveField()
  sessionRule(@Parent() { provider }: { provider: string | null }, @Reads() reads: ReadSession) {
    return readSessionRule(reads, provider);
  }
}
