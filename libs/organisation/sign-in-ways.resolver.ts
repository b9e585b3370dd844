// SPDX-License-Identifier: EUPL-1.2
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { ReadSession } from '#platform/database/read-session.js';
import { Reads } from '#platform/graphql/context.js';
import { readSignInWay, readSignInWays } from './sign-in-ways.reads.js';

// As long as a domain can be (RFC 1035, 2.3.4), in any script.
const isDomain = /^[\p{L}\p{M}\d.-]{1,253}$/u;

@Resolver()
export class SignInWaysResolver {
  @Query()
  signInWays(@Reads() reads: ReadSession) {
    return readSignInWays(reads);
  }

  @Query()
  signInWay(@Args('mailDomain') mailDomain: string, @Reads() reads: ReadSession) {
    const domain = mailDomain.trim().toLowerCase();
    return isDomain.test(domain) ? readSignInWay(reads, domain) : null;
  }
}
