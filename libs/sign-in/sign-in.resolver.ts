// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { VerifiedToken } from '#platform/access/token-verifier.js';
import type { Caller } from '#platform/access/viewer.js';
import { Writes } from '#platform/database/writes.js';
import { LockedError, UnauthenticatedError } from '#platform/errors/errors.js';
import { CallerOf, Token } from '#platform/graphql/context.js';
import { SignInService } from './sign-in.service.js';

@Resolver()
export class SignInResolver {
  constructor(
    private readonly service: SignInService,
    private readonly writes: Writes,
  ) {}

  @Mutation()
  async signIn(@Args('renewal') renewal: boolean, @CallerOf() caller: Caller, @Token() token: VerifiedToken | null) {
    if (!token) throw new UnauthenticatedError();
    try {
      const personId = await this.writes.run(caller, (write) => this.service.signIn(write, token, renewal));
      return { __typename: 'SignedIn', personId, provider: token.identity_provider ?? null };
    } catch (error) {
      if (error instanceof LockedError) return { __typename: 'PersonLocked', functionAddress: null };
      throw error;
    }
  }
}
