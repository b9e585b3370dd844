// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';
import type { ClaimName, GrantedRole } from './claim-meaning.js';

/** What a company's provider said of somebody at the latest sign-in or renewal. Gone with the membership. */
export const MembershipClaim = defineEntity({
  name: 'MembershipClaim',
  tableName: 'membership_claim',
  properties: {
    membershipId: p.uuid().primary(),
    claim: p.text().$type<ClaimName>().primary(),
    value: p.text().primary(),
    personId: p.uuid(),
    companyId: p.uuid(),
  },
});

/** One line of a company's table of what its claims mean. */
export const ClaimRuleRow = defineEntity({
  name: 'ClaimRuleRow',
  tableName: 'claim_rule',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    claim: p.text().$type<ClaimName>(),
    value: p.text(),
    role: p.text().$type<GrantedRole>().nullable(),
    departmentId: p.uuid().nullable(),
  },
});
