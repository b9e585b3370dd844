// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';
import type { GroupRole as GroupRoleName, Role } from '#platform/access/viewer.js';

/** Where it comes from that somebody is of a company, has a role or no longer has it: from the identity provider, or from the hub. */
export type MembershipSource = 'claims' | 'hub';

const membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
    departmentId: p.uuid().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.array().$type<MembershipSource[]>(),
  },
});

/** Person and company. Ended memberships stay, so that coming back is coming back. */
export class Membership extends membership.class {
  hasEnded(now: Date): boolean {
    return this.endedAt !== null && this.endedAt !== undefined && this.endedAt <= now;
  }

  /** An end that was set for later comes earlier now. @returns false when this authority had ended it already */
  end(by: MembershipSource, now: Date): boolean {
    const hadEnded = this.hasEnded(now);
    if (hadEnded && this.endedBy.includes(by)) return false;
    this.endedBy = [...new Set([...this.endedBy, by])].sort();
    if (!hadEnded) this.endedAt = now;
    return true;
  }

  /** What another authority ended stays as it is. @returns false when there is nothing for this one to open */
  reopen(by: MembershipSource): boolean {
    const others = this.endedBy.filter((authority) => authority !== by);
    const isEnded = this.endedAt !== null && this.endedAt !== undefined;
    if (!this.endedBy.includes(by) && (others.length > 0 || !isEnded)) return false;
    this.endedBy = others;
    if (others.length === 0) this.endedAt = null;
    return true;
  }
}

membership.setClass(Membership);

export const MembershipSchema = membership;

export const MembershipRole = defineEntity({
  name: 'MembershipRole',
  tableName: 'membership_role',
  properties: {
    membershipId: p.uuid().primary(),
    role: p.text().$type<Role>().primary(),
    source: p.text().$type<MembershipSource>().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
  },
});

export const GroupRole = defineEntity({
  name: 'GroupRole',
  tableName: 'group_role',
  properties: { personId: p.uuid().primary(), role: p.text().$type<GroupRoleName>().primary() },
});
