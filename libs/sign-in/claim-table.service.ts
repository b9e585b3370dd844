// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Write } from '#platform/database/writes.js';
import { NotFoundError } from '#platform/errors/errors.js';
import { type FieldError, invalidInput, type InvalidInput } from '#platform/errors/field-error.js';
import { Company } from '#organisation/company.entity.js';
import { Department } from '#organisation/department.entity.js';
import { Membership } from '#organisation/membership.entity.js';
import { mayAdminister } from '#organisation/membership.policy.js';
import { recordForCompany } from '#organisation/organisation-event.entity.js';
import { changesBy } from './claim-change.js';
import type { ClaimRule } from './claim-meaning.js';
import { ClaimRuleRow } from './claim-table.entity.js';
import type { ClaimTableInput } from './claim-table.input.js';
import { type ClaimedMember, claimedMembersSql, meaningfulValues, versionOf } from './claim-table.reads.js';
import { applyClaims, claimTableOf } from './claimed-rights.js';

export type SaveOutcome =
  { __typename: 'ClaimTableSaved'; company: string; changed: number } | { __typename: 'ClaimTableMoved'; company: string } | InvalidInput;

@Injectable()
export class ClaimTableService {
  /**
   * Saves the table and makes everybody of the company what they are by it, at once and all together.
   * @throws NotFoundError for a company that is not the viewer's to keep, as for none
   */
  async save(write: Write, input: ClaimTableInput): Promise<SaveOutcome> {
    const { em, viewer } = write;
    const company = await em.findOne(Company, { slug: input.company });
    if (!company || viewer.status === 'stranger' || !mayAdminister(viewer, company.id)) throw new NotFoundError();
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`claim-table ${company.id}`]);
    const before = await claimTableOf(em, company.id);
    if (versionOf(before.rules) !== input.basedOn) return { __typename: 'ClaimTableMoved', company: company.slug };

    const departments = await em.find(Department, { companyId: company.id });
    const { rules, faults } = resolveRules(input.rules, departments);
    if (faults.length > 0) return invalidInput(faults);
    const table = { rules, departments: Object.fromEntries(departments.map(({ slug, id }) => [slug, id])) };
    const members = await claimedMembers(em, company.id, meaningfulValues(table));
    const changes = changesBy(table, members);
    // Nobody closes the door behind themselves: another admin may take the role away.
    if (changes.some(({ member, lost }) => member.person.id === viewer.personId && lost.includes('admin'))) {
      return invalidInput([{ path: ['rules'], code: 'own-admin' }]);
    }
    await em.nativeDelete(ClaimRuleRow, { companyId: company.id });
    await em.insertMany(
      ClaimRuleRow,
      rules.map((rule) => ({ id: crypto.randomUUID(), companyId: company.id, ...rule })),
    );
    for (const { member } of changes) {
      await applyClaims(em, await em.findOneOrFail(Membership, { id: member.membershipId }), member.said, table);
    }
    await recordForCompany(em, write.now, {
      companyId: company.id,
      what: 'claim-table-changed',
      actorId: viewer.personId,
      detail: String(rules.length),
    });
    return { __typename: 'ClaimTableSaved', company: company.slug, changed: changes.length };
  }
}

/** Slugs become ids; a line that stands twice is one. */
export function resolveRules(
  lines: ClaimTableInput['rules'],
  departments: readonly { id: string; slug: string }[],
): { rules: ClaimRule[]; faults: FieldError[] } {
  const rules = new Map<string, ClaimRule>();
  const faults: FieldError[] = [];
  lines.forEach(({ claim, value, role, department }, index) => {
    const departmentId = departments.find(({ slug }) => slug === department)?.id ?? null;
    if (department !== null && departmentId === null) faults.push({ path: ['rules', String(index), 'department'], code: 'unknown' });
    const rule = { claim, value, role, departmentId };
    rules.set(JSON.stringify(rule), rule);
  });
  return { rules: [...rules.values()], faults };
}

async function claimedMembers(em: EntityManager, companyId: string, values: string[]): Promise<ClaimedMember[]> {
  // Positional for `pg`, question marks for the ORM.
  const sql = claimedMembersSql.replace('$2', '?').replace('$1', '?');
  return em.execute<ClaimedMember[]>(sql, [JSON.stringify(values), companyId]);
}
