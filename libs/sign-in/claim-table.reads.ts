// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import type { CompanyRow, DepartmentRow, PersonCard } from '#organisation/organisation.reads.js';
import { companyJson, departmentJson, personCard } from '#organisation/organisation.sql.js';
import { type ClaimName, type ClaimRule, type ClaimTable, type GrantedRole, grantedRoles, meaningOf, type Said } from './claim-meaning.js';

export interface ClaimTableRow {
  company: CompanyRow;
  departments: DepartmentRow[];
  rules: ClaimRule[];
  seen: { claim: ClaimName; value: string; people: number }[];
}

/** Somebody of the company: what they are by their claims, what the hub gave them, and what was said of them. */
export interface ClaimedMember {
  membershipId: string;
  person: PersonCard;
  departmentId: string | null;
  claimed: GrantedRole[];
  given: GrantedRole[];
  said: Said[];
}

const current = (m: string): string => `(${m}.ended_at is null or ${m}.ended_at > now())`;
/** The audience of the rows, said once more: a company whose table is empty is hidden as well. */
const forItsKeepers = `array['company:' || c.id::text || ':admin', 'office'] && current_setting('app.audiences')::text[]`;

const tableOf = statement(`select ${companyJson('c')} as company,
  (select coalesce(jsonb_agg(${departmentJson('d')} order by d.name_de), '[]') from department d where d.company_id = c.id) as departments,
  (select coalesce(jsonb_agg(jsonb_build_object('claim', r.claim, 'value', r.value, 'role', r.role, 'departmentId', r.department_id)
          order by r.claim desc, r.value collate german, r.role, r.department_id), '[]') from claim_rule r where r.company_id = c.id) as rules,
  (select coalesce(jsonb_agg(s order by s.people desc, s.claim desc, s.value collate german), '[]') from (
     select mc.claim, mc.value, count(*)::int as people from membership_claim mc join membership m on m.id = mc.membership_id
      where mc.company_id = c.id and ${current('m')} group by mc.claim, mc.value order by people desc, mc.value collate german limit 500) s) as seen
  from company c where c.slug = $1 and ${forItsKeepers}`);

/** `$2`: as JSON, the values that can mean something; a person may be in hundreds of groups that mean nothing. */
export const claimedMembersSql = `select m.id as "membershipId", ${personCard('p')} as person, m.department_id as "departmentId",
  array(select role from membership_role where membership_id = m.id and source = 'claims' and role <> 'employee') as claimed,
  array(select role from membership_role where membership_id = m.id and source = 'hub') as given,
  (select coalesce(jsonb_agg(jsonb_build_object('claim', claim, 'value', value)), '[]')
     from membership_claim where membership_id = m.id and value in (select jsonb_array_elements_text($2::jsonb))) as said
  from membership m join person p on p.id = m.person_id
  where m.company_id = $1 and ${current('m')} order by p.name, p.id`;
const members = statement(claimedMembersSql);

/** @returns null for who may not see it, as for a company that does not exist */
export async function readClaimTable(reads: ReadSession, slug: string): Promise<ClaimTableRow | null> {
  return (await reads.row<ClaimTableRow>(tableOf, [slug])) ?? null;
}

export function readClaimedMembers(reads: ReadSession, companyId: string, table: ClaimTable): Promise<ClaimedMember[]> {
  return reads.rows<ClaimedMember>(members, [companyId, JSON.stringify(meaningfulValues(table))]);
}

/** Values that may mean something by this table; all others mean nothing. */
export function meaningfulValues({ rules, departments }: ClaimTable): string[] {
  return [...new Set([...rules.map(({ value }) => value), ...grantedRoles, ...Object.keys(departments)])];
}

export function tableWith(rules: readonly ClaimRule[], departments: readonly DepartmentRow[]): ClaimTable {
  return { rules, departments: Object.fromEntries(departments.map(({ slug, id }) => [slug, id])) };
}

/** Names what a table says, in whatever order its lines stand. */
export function versionOf(rules: readonly ClaimRule[]): string {
  const lines = rules.map(({ claim, value, role, departmentId }) => JSON.stringify([claim, value, role, departmentId])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 22);
}

/** In the shape of the API. */
export function presentClaimTable({ company, departments, rules, seen }: ClaimTableRow) {
  const table = tableWith(rules, departments);
  const departmentOf = (id: string | null) => departments.find((department) => department.id === id) ?? null;
  return {
    company,
    version: versionOf(rules),
    rules: rules.map(({ departmentId, ...rule }) => ({ ...rule, department: departmentOf(departmentId) })),
    seen: seen.map((said) => {
      const { roles, departmentId } = meaningOf([said], table);
      return { ...said, roles, department: departmentOf(departmentId) };
    }),
  };
}
