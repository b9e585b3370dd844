// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from '@mikro-orm/postgresql';
import { NotFoundError } from '#platform/errors/errors.js';
import { type EntrySight, entryAudiences, writerAudiences } from './entry-audiences.js';

/** The membership of the person responsible, beside `entry e`: always one of the owning company, whether ended or not. */
export const responsibleMembership = (e: string, m: string): string =>
  `${m}.person_id = ${e}.responsible_id and ${m}.company_id = ${e}.company_id`;

/** Columns of `EntryFacts`, from `entry e left join membership rm on responsibleMembership`. Memberships are for the group: others see none and may nothing. */
export const factColumns = `e.state, e.revision > 0 as "everReleased", e.visibility, e.company_id as "companyId",
  array_remove(rm.id || array(select a.membership_id from entry_author a where a.entry_id = e.id order by a.position), null) as memberships,
  coalesce(rm.ended_at <= now(), false) as "withoutResponsible"`;

const sight = `select ${factColumns}, e.department_id as "departmentId", array(select company_id from entry_company where entry_id = e.id) as companies
  from entry e left join membership rm on ${responsibleMembership('e', 'rm')} where e.id = ?`;

/** What decides who may see the entry, as it is written now. @throws NotFoundError when it is not for this viewer */
export async function readSight(em: EntityManager, entryId: string): Promise<EntrySight> {
  const [row] = await em.execute<EntrySight[]>(sight, [entryId]);
  if (!row) throw new NotFoundError();
  return row;
}

/** Arguments of the definer functions that set who may see an entry: the readers of the entry, and of what is being written. */
export function audienceArguments(entryId: string, entry: EntrySight): [string, string, string] {
  return [entryId, arrayLiteral(entryAudiences(entry)), arrayLiteral(writerAudiences(entry))];
}

/** Audiences are made of ids and fixed words, so nothing in them needs quoting. */
function arrayLiteral(audiences: string[]): string {
  return `{${audiences.map((audience) => `"${audience}"`).join(',')}}`;
}
