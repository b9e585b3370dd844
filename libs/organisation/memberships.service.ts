// SPDX-License-Identifier: EUPL-1.2
import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { KnownPerson } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError } from '#platform/errors/errors.js';
import { isId } from '#platform/graphql/ids.js';
import { Membership } from './membership.entity.js';
import { type Authority, endMembership, reopenMembership } from './membership-changes.js';
import { mayAdminister } from './membership.policy.js';

export type MembershipOutcome =
  | { __typename: 'MembershipChanged'; companyId: string; personId: string }
  | { __typename: 'MembershipNotPossible'; code: 'own-membership' };

type Change = (write: Write, membership: Membership, authority: Authority) => Promise<void>;

/** What a company's admins decide about who is of it. */
@Injectable()
export class MembershipsService {
  /** Kept until an admin of the company opens it again, whatever the identity provider says meanwhile. */
  end(write: Write, companyId: string, personId: string): Promise<MembershipOutcome> {
    return this.change(write, companyId, personId, endMembership);
  }

  /** Takes back what `end` did, without the roles; whom the identity provider has let go comes in when it names them again. */
  reopen(write: Write, companyId: string, personId: string): Promise<MembershipOutcome> {
    return this.change(write, companyId, personId, reopenMembership);
  }

  private async change(write: Write, companyId: string, personId: string, apply: Change): Promise<MembershipOutcome> {
    const { viewer } = write;
    if (viewer.status === 'stranger' || !mayAdminister(viewer, companyId)) throw new NotFoundError();
    const membership = await load(write, companyId, personId);
    if (isOwn(viewer, membership)) return { __typename: 'MembershipNotPossible', code: 'own-membership' };
    await apply(write, membership, { source: 'hub', personId: viewer.personId });
    return { __typename: 'MembershipChanged', companyId, personId };
  }
}

/** Locked, so that a sign-in of the same person comes before or after. @throws NotFoundError */
async function load({ em }: Write, companyId: string, personId: string): Promise<Membership> {
  const membership = isId(personId)
    ? await em.findOne(Membership, { companyId, personId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!membership) throw new NotFoundError();
  return membership;
}

const isOwn = (viewer: KnownPerson, { personId }: Membership): boolean => viewer.personId === personId;
