// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { isId } from '#platform/graphql/ids.js';
import { pageSize } from '#platform/graphql/page.js';
import { cleanLine } from '#platform/text/plain-text.js';
import type { DepartmentRow, PersonCard } from './organisation.reads.js';
import { beginningOf, departmentJson, givenRoles, isCurrent, personCard } from './organisation.sql.js';
import { mayAdminister } from './membership.policy.js';
import type { MembershipSource } from './membership.entity.js';

export interface GivenRoleRow {
  role: Role;
  source: MembershipSource;
}

interface MemberRow {
  person: PersonCard;
  department: DepartmentRow | null;
  roles: GivenRoleRow[];
  foreignMail: boolean;
  isCurrent: boolean;
  endedAt: Date | null;
  endedBy: MembershipSource[];
}

const columns = `${personCard('p')} as person, ${isCurrent('m')} as "isCurrent", m.ended_at as "endedAt", m.ended_by as "endedBy",
  (select ${departmentJson('d')} from department d where d.id = m.department_id) as department,
  ${givenRoles('m')} as roles,
  exists (select 1 from person_contact c where c.person_id = p.id and c.kind = 'mail' and not c.verified) as "foreignMail"`;

/** `$3`: a beginning, escaped for `like`. */
const asked = `from membership m join person p on p.id = m.person_id where m.company_id = $1 and ${isCurrent('m')} = $2
  and ($3::text is null or p.name ilike $3 || '%' or p.name ilike '% ' || $3 || '%')`;
const total = statement(`select count(*)::int as total ${asked}`);
const members = statement(`select ${columns} ${asked} and ($4::text is null or (p.name, p.id::text) > ($4, $5))
  order by p.name, p.id::text limit $6`);

const member = statement(
  `select ${columns} from membership m join person p on p.id = m.person_id where m.company_id = $1 and m.person_id = $2`,
);

export interface MembersAsked {
  companyId: string;
  ended: boolean;
  text?: string | null;
  first: number;
  after: string | null;
}

/** `null` for everybody but the company's admins. */
export async function readMembers(reads: ReadSession, { companyId, ended, text, first, after }: MembersAsked) {
  const size = pageSize(first);
  const [name = null, personId = null] = decodeCursor(after, 2) ?? [];
  if (!isId(companyId) || !mayAdminister(await reads.viewer(), companyId)) return null;
  const beginning = cleanLine(text ?? '').slice(0, 100) || null;
  const found = [companyId, !ended, beginning === null ? null : beginningOf(beginning)];
  const rows = await reads.rows<MemberRow>(members, [...found, name, personId, size + 1]);
  const counted = await reads.row<{ total: number }>(total, found);
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1)?.person;
  return {
    nodes,
    total: counted?.total ?? 0,
    hasNextPage: rows.length > size,
    endCursor: last ? encodeCursor([last.name, last.id]) : null,
  };
}

export async function readMember(reads: ReadSession, companyId: string, personId: string): Promise<MemberRow | null> {
  if (!mayAdminister(await reads.viewer(), companyId)) return null;
  return (await reads.row<MemberRow>(member, [companyId, personId])) ?? null;
}
