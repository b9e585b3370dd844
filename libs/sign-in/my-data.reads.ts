// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import type { GivenRoleRow } from '#organisation/memberships.reads.js';
import type { CompanyRow, DepartmentRow } from '#organisation/organisation.reads.js';
import { companyJson, departmentJson, givenRoles, isCurrent } from '#organisation/organisation.sql.js';
import type { ClaimName } from './claim-meaning.js';

export interface MyDataRow {
  name: string;
  mail: string | null;
  mailVerified: boolean;
  claimsAt: Date;
  memberships: {
    company: CompanyRow;
    department: DepartmentRow | null;
    roles: GivenRoleRow[];
    said: { claim: ClaimName; value: string }[];
  }[];
  groupRoles: string[];
}

const departmentOf = `(select ${departmentJson('d')} from department d where d.id = m.department_id)`;

const mine = statement(`select p.name, v.claims_at as "claimsAt", c.value as mail, coalesce(c.verified, false) as "mailVerified",
  array(select role from group_role g where g.person_id = p.id order by role) as "groupRoles",
  (select coalesce(jsonb_agg(jsonb_build_object('company', ${companyJson('k')}, 'department', ${departmentOf}, 'roles', ${givenRoles('m')},
      'said', (select coalesce(jsonb_agg(jsonb_build_object('claim', s.claim, 'value', s.value) order by s.claim, s.value collate german), '[]')
                 from membership_claim s where s.membership_id = m.id)) order by k.short_name), '[]')
     from membership m join company k on k.id = m.company_id where m.person_id = p.id and ${isCurrent('m')}) as memberships
  from person p join person_visit v on v.person_id = p.id left join person_contact c on c.person_id = p.id and c.kind = 'mail'
  where p.id = $1`);

export async function readMyData(reads: ReadSession, personId: string): Promise<MyDataRow | null> {
  return (await reads.row<MyDataRow>(mine, [personId])) ?? null;
}
