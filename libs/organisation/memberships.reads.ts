// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { isId } from '#platform/graphql/ids.js';
import { pageSize } from '#platform/graphql/page.js';
import type { DepartmentRow, PersonCard } from './organisation.reads.js';
import { departmentJson, isCurrent, personCard } from './organisation.sql.js';
import { mayAdminister } from './membership.policy.js';
import type { MembershipSource } from './membership.entity.js';

interface MemberRow {
  person: PersonCard;
  department: DepartmentRow | null;
  isCurrent: boolean;
  endedAt: Date | null;
  endedBy: MembershipSource[];
}

const columns = `${personCard('p')} as person, ${isCurrent('m')} as "isCurrent", m.ended_at as "endedAt", m.ended_by as "endedBy",
  (select ${departmentJson('d')} from department d where d.id = m.department_id) as department`;

const members = statement(`select ${columns} from membership m join person p on p.id = m.person_id
  where m.company_id = $1 and ${isCurrent('m')} = $2 and ($3::text is null or (p.name, p.id::text) > ($3, $4))
  order by p.name, p.id::text limit $5`);

const member = statement(
  `select ${columns} from membership m join person p on p.id = m.person_id where m.company_id = $1 and m.person_id = $2`,
);

export interface MembersAsked {
  companyId: string;
  ended: boolean;
  first: number;
  after: string | null;
}

/** `null` for everybody but the company's admins. */
export async function readMembers(reads: ReadSession, { companyId, ended, first, after }: MembersAsked) {
  const size = pageSize(first);
  const [name = null, personId = null] = decodeCursor(after, 2) ?? [];
  if (!isId(companyId) || !mayAdminister(await reads.viewer(), companyId)) return null;
  const rows = await reads.rows<MemberRow>(members, [companyId, !ended, name, personId, size + 1]);
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1)?.person;
  return { nodes, hasNextPage: rows.length > size, endCursor: last ? encodeCursor([last.name, last.id]) : null };
}

export async function readMember(reads: ReadSession, companyId: string, personId: string): Promise<MemberRow | null> {
  if (!mayAdminister(await reads.viewer(), companyId)) return null;
  return (await reads.row<MemberRow>(member, [companyId, personId])) ?? null;
}
