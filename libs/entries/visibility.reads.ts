// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { companyJson, departmentJson } from '#organisation/organisation.sql.js';
import type { VisibilityRow } from './entries.reads.js';
import type { VisibilityChoiceInput } from './entry.input.js';

/** A choice that is not (yet) released, and whose it is. */
export interface ChoiceOf {
  choice: VisibilityChoiceInput;
  companyId: string;
  departmentId: string | null;
  /** How many write it. */
  authors: number;
}

const preview = statement(`select
  (select ${departmentJson('d')} from department d where d.id = $2::uuid and $1 = 'department') as department,
  coalesce((select jsonb_agg(${companyJson('c')} order by c.short_name) from company c where c.id = any($3::uuid[])), '[]') as companies,
  case $1 when 'private' then $4::int
    when 'department' then coalesce((select head_count from department where id = $2::uuid), $4::int)
    when 'group' then (select sum(head_count) from company)::int
    when 'public' then null
    else (select sum(head_count) from company where id = any($3::uuid[]))::int end as "headCount"`);

/** What a choice means: which companies, and about how many people by the maintained head counts. */
export async function readVisibility(reads: ReadSession, { choice, companyId, departmentId, authors }: ChoiceOf): Promise<VisibilityRow> {
  const companies = choice.choice === 'company' ? [companyId] : choice.choice === 'companies' ? [companyId, ...choice.companies] : [];
  const row = await reads.row<Omit<VisibilityRow, 'choice'>>(preview, [choice.choice, departmentId, companies, authors]);
  return { choice: choice.choice, department: row?.department ?? null, companies: row?.companies ?? [], headCount: row?.headCount ?? null };
}
