// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { KnownPerson, Role } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { Membership, MembershipRole } from '#organisation/membership.entity.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { type OrganisationAction, recordForCompany } from '#organisation/organisation-event.entity.js';

export type RightsOutcome =
  | { __typename: 'RightsChanged'; companyId: string; personId: string }
  | { __typename: 'RightsKept'; why: 'everybody-has-it' | 'from-claims' | 'own-admin' };

/** Whose rights where. */
export interface Membered {
  companyId: string;
  personId: string;
}

/**
 * Roles given in the hub, beside those that come from claims; they end with the membership. Nobody grants more than they have: an admin may do
 * what any role of the company may, and nobody else gives or takes one. Roles of the group (office, auditor) are the realm's alone.
 */
@Injectable()
export class RightsService {
  /** @throws NotFoundError for a membership that has ended or is not the viewer's to change, as for none */
  async grant(write: Write, of: Membered, role: Role): Promise<RightsOutcome> {
    const { membership, viewer } = await load(write, of);
    if (role === 'employee') return kept('everybody-has-it');
    const { personId, companyId } = membership;
    const key = { membershipId: membership.id, role, source: 'hub' as const };
    if ((await write.em.count(MembershipRole, key)) === 0) {
      await write.em.upsert(MembershipRole, { ...key, personId, companyId });
      await record(write, 'role-granted', membership, viewer, role);
    }
    return { __typename: 'RightsChanged', ...of };
  }

  /** @throws NotFoundError as above */
  async revoke(write: Write, of: Membered, role: Role): Promise<RightsOutcome> {
    const { membership, viewer } = await load(write, of);
    if (role === 'employee') return kept('everybody-has-it');
    // Nobody closes the door behind themselves.
    if (role === 'admin' && membership.personId === viewer.personId) return kept('own-admin');
    const removed = await write.em.nativeDelete(MembershipRole, { membershipId: membership.id, role, source: 'hub' });
    if (removed > 0) await record(write, 'role-revoked', membership, viewer, role);
    else if ((await write.em.count(MembershipRole, { membershipId: membership.id, role })) > 0) return kept('from-claims');
    return { __typename: 'RightsChanged', ...of };
  }
}

async function load({ em, viewer, now }: Write, of: Membered): Promise<{ membership: Membership; viewer: KnownPerson }> {
  if (viewer.status === 'stranger' || !mayAdminister(viewer, of.companyId) || !isId(of.personId)) throw new NotFoundError();
  const membership = await em.findOne(Membership, of);
  if (!membership || (membership.endedAt && membership.endedAt <= now)) throw new NotFoundError();
  return { membership, viewer };
}

function kept(why: Extract<RightsOutcome, { __typename: 'RightsKept' }>['why']): RightsOutcome {
  return { __typename: 'RightsKept', why };
}

function record({ em, now }: Write, what: OrganisationAction, membership: Membership, actor: KnownPerson, detail: string): Promise<void> {
  const { companyId, personId } = membership;
  return recordForCompany(em, now, { companyId, personId, what, actorId: actor.personId, detail });
}
