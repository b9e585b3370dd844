// SPDX-License-Identifier: EUPL-1.2
import { type ClaimTable, type GrantedRole, meaningOf } from './claim-meaning.js';
import type { ClaimedMember } from './claim-table.reads.js';

/** What becomes of one person by another table. */
export interface ClaimChange {
  member: ClaimedMember;
  gained: GrantedRole[];
  lost: GrantedRole[];
  departmentId: string | null;
}

/** The people for whom the table changes something, in their order. What the hub gave is neither gained nor lost. */
export function changesBy(table: ClaimTable, members: readonly ClaimedMember[]): ClaimChange[] {
  return members.map((member) => changeOf(table, member)).filter(isChange);
}

function changeOf(table: ClaimTable, member: ClaimedMember): ClaimChange {
  const { roles, departmentId } = meaningOf(member.said, table);
  const without = (some: readonly GrantedRole[], others: readonly GrantedRole[]) => some.filter((role) => !others.includes(role));
  return {
    member,
    gained: without(roles, [...member.claimed, ...member.given]),
    lost: without(member.claimed, [...roles, ...member.given]),
    departmentId,
  };
}

function isChange({ member, gained, lost, departmentId }: ClaimChange): boolean {
  return gained.length > 0 || lost.length > 0 || departmentId !== member.departmentId;
}
