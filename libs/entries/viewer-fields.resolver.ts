// SPDX-License-Identifier: EUPL-1.2
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#platform/access/viewer.js';
import { mayContribute } from './entry.policy.js';
import { Kinds } from './kinds.js';

/** What the spine adds to the person behind the session. */
@Resolver('Viewer')
export class ViewerEntriesResolver {
  constructor(private readonly kinds: Kinds) {}

  @ResolveField('mayContribute')
  contributes(@Parent() { viewer }: { viewer: Viewer }): string[] {
    return mayContribute(viewer) ? this.kinds.all().map(({ name }) => name) : [];
  }
}
