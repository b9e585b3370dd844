// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { actingMembership } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { ForbiddenError } from '#platform/errors/errors.js';
import { mayReuse } from '#entries/entry.policy.js';
import { VisibleEntry } from '#entries/visible-entry.js';
import { Reuse } from './reuse.entity.js';

export type ReuseOutcome = { __typename: 'ReuseChanged'; entryId: string } | { __typename: 'NotPossible'; entryId: string; code: string };

/** Links between entries and companies that anybody who sees the entry may make. */
@Injectable()
export class RelationsService {
  /** For the company the viewer acts for. Said twice, or by two people at once, it is said once. */
  async addReuse(write: Write, entryId: string): Promise<ReuseOutcome> {
    const visible = await VisibleEntry.load(write, entryId);
    const companyId = actingCompany(write);
    if (!mayReuse(write.viewer, visible.facts)) return { __typename: 'NotPossible', entryId, code: 'not-published' };
    const before = await write.em.findOne(Reuse, { entryId, companyId });
    if (!before) {
      write.em.persist(
        write.em.create(Reuse, { id: crypto.randomUUID(), entryId, companyId, personId: visible.viewer.personId, since: write.now }),
      );
      await visible.record('reused');
    }
    return { __typename: 'ReuseChanged', entryId };
  }

  /** Anybody of the company may take it back. */
  async removeReuse(write: Write, entryId: string): Promise<ReuseOutcome> {
    const visible = await VisibleEntry.load(write, entryId);
    const removed = await write.em.nativeDelete(Reuse, { entryId, companyId: actingCompany(write) });
    if (removed > 0) await visible.record('reuse-ended');
    return { __typename: 'ReuseChanged', entryId };
  }
}

/** @throws ForbiddenError for somebody who acts for no company */
function actingCompany({ viewer }: Write): string {
  const acting = actingMembership(viewer);
  if (!acting) throw new ForbiddenError();
  return acting.companyId;
}
