// SPDX-License-Identifier: EUPL-1.2
import type { Write } from '#platform/database/writes.js';
import { type Membership, MembershipRole, type MembershipSource } from './membership.entity.js';
import { recordForCompany } from './organisation-event.entity.js';

/** On whose word: the identity provider's, or that of a person in the hub. */
export interface Authority {
  source: MembershipSource;
  personId: string | null;
}

/** Acts at the next request. All roles go with it, the hub's too: nobody who comes back has one that was not given anew. Twice is once. */
export async function endMembership(write: Write, membership: Membership, authority: Authority): Promise<void> {
  if (!membership.end(authority.source, write.now)) return;
  await write.em.nativeDelete(MembershipRole, { membershipId: membership.id });
  await record(write, membership, 'membership-ended', authority);
}

/** Opens what the same authority ended; it is current again once no other keeps it ended. Twice is once. */
export async function reopenMembership(write: Write, membership: Membership, authority: Authority): Promise<void> {
  if (membership.reopen(authority.source)) await record(write, membership, 'membership-reopened', authority);
}

type What = 'membership-ended' | 'membership-reopened';

async function record(
  { em, now, enqueue }: Write,
  { id, personId, companyId }: Membership,
  what: What,
  authority: Authority,
): Promise<void> {
  await em.flush();
  await recordForCompany(em, now, { companyId, what, actorId: authority.personId, personId, detail: authority.source });
  await enqueue('membership.changed', { membershipId: id });
}
