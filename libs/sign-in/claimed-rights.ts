// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import { Membership, MembershipRole } from '#organisation/membership.entity.js';
import { type ClaimTable, meaningOf, type Said } from './claim-meaning.js';
import { MembershipClaim } from './claim-table.entity.js';

/** Longer is no name of a group or department; the column ends there. */
const longestValue = 255;

/**
 * The company's table, also for somebody who is not of the group yet. Until the transaction ends nobody saves another one, so that nobody comes
 * in by the old.
 */
export async function claimTableOf(em: EntityManager, companyId: string): Promise<ClaimTable> {
  const [row] = await em.execute<{ table: ClaimTable }[]>('select access.claim_table(?) as table', [companyId]);
  return row?.table ?? { rules: [], departments: {} };
}

/** Makes department and claimed roles of a membership what the values mean by the table. Roles given in the hub stay as they are. */
export async function applyClaims(em: EntityManager, membership: Membership, said: readonly Said[], table: ClaimTable): Promise<void> {
  const { id: membershipId, personId, companyId } = membership;
  const { roles, departmentId } = meaningOf(said, table);
  membership.departmentId = departmentId;
  await em.persist(membership).flush();
  await em.nativeDelete(MembershipRole, { membershipId, source: 'claims' });
  await em.insertMany(
    MembershipRole,
    ['employee' as const, ...roles].map((role) => ({ membershipId, personId, companyId, role, source: 'claims' as const })),
  );
}

/** Keeps what was said, writing only what changed: a session is renewed every few minutes, and somebody may be in hundreds of groups. */
export async function keepSaid(em: EntityManager, membership: Membership, said: readonly Said[]): Promise<void> {
  const { id: membershipId, personId, companyId } = membership;
  const key = ({ claim, value }: Said): string => `${claim} ${value}`;
  const today = new Map(said.filter(({ value }) => value.length > 0 && value.length <= longestValue).map((value) => [key(value), value]));
  for (const before of await em.find(MembershipClaim, { membershipId })) {
    if (!today.delete(key(before))) em.remove(before);
  }
  await em.flush();
  if (today.size === 0) return;
  const rows = [...today.values()].map(({ claim, value }) => ({ membershipId, personId, companyId, claim, value }));
  await em.insertMany(MembershipClaim, rows);
}
