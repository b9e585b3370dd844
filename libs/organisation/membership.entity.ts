// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';
import type { GroupRole as GroupRoleName, Role } from '#platform/access/viewer.js';

const membership = defineEntity({
  name: 'Membership',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
    departmentId: p.uuid().nullable(),
    endedAt: p.datetime().nullable(),
  },
});

/** Person and company. Ended memberships stay, so that coming back is coming back. */
export class Membership extends membership.class {}

membership.setClass(Membership);

export const MembershipSchema = membership;

export const MembershipRole = defineEntity({
  name: 'MembershipRole',
  tableName: 'membership_role',
  properties: {
    membershipId: p.uuid().primary(),
    role: p.text().$type<Role>().primary(),
    source: p.text().$type<'claims' | 'hub'>().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
  },
});

export const GroupRole = defineEntity({
  name: 'GroupRole',
  tableName: 'group_role',
  properties: { personId: p.uuid().primary(), role: p.text().$type<GroupRoleName>().primary() },
});
