// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import type { CompanyKind } from './company.entity.js';
import { beginningOf, companyJson, departmentJson, isCurrent, personJson } from './organisation.sql.js';

export interface Translated {
  de: string;
  en: string;
}

export interface CompanyRow {
  id: string;
  slug: string;
  kind: CompanyKind;
  name: Translated;
  shortName: string;
  description: Translated;
  headCount: number;
  functionAddress: string;
}

export interface DepartmentRow {
  id: string;
  slug: string;
  name: Translated;
  headCount: number;
  parentId: string | null;
}

export interface PersonCard {
  id: string;
  name: string;
}

export interface PersonRow extends PersonCard {
  mail: string | null;
  phone: string | null;
  jobTitle: string | null;
  about: string | null;
  company: CompanyRow | null;
  department: DepartmentRow | null;
}

const allCompanies = statement(`select ${companyJson('c')} as company from company c
  order by (c.kind <> 'administration'), c.short_name`);
const companyBySlug = statement(`select ${companyJson('c')} as company from company c where c.slug = $1`);
const departmentsOf = statement(`select d.company_id as "companyId", jsonb_agg(${departmentJson('d')} order by d.name_de) as departments
  from department d where d.company_id = any($1::uuid[]) group by d.company_id`);
const peopleOf = statement(`select ${personJson('p')} as person
  from membership m join person p on p.id = m.person_id
  where m.company_id = $1 and ${isCurrent('m')} and ($3::text is null or (p.name, p.id::text) > ($3, $4))
  order by p.name, p.id::text limit $2`);
const entryCounts = statement(`select company_id as "companyId", count(*)::int as count from entry
  where company_id = any($1::uuid[]) and state = 'published' group by company_id`);
const personById = statement(`select ${personJson('p')} as person from person p where p.id = $1`);
const peopleByName = statement(`select ${personJson('p')} as person from person p
  where exists (select 1 from membership m where m.person_id = p.id and ${isCurrent('m')})
    and (p.name ilike $1 || '%' or p.name ilike '% ' || $1 || '%')
  order by p.name, p.id limit 10`);
const peopleByIds = statement(`select p.id, ${personJson('p')} as person from person p where p.id = any($1::uuid[])`);
const visit = statement('select previous_at as "previousAt" from person_visit where person_id = $1');
const companiesByIds = statement(`select c.id, ${companyJson('c')} as company from company c where c.id = any($1::uuid[])`);
const departmentsByIds = statement(`select d.id, ${departmentJson('d')} as department from department d where d.id = any($1::uuid[])`);

export async function readCompanies(reads: ReadSession): Promise<CompanyRow[]> {
  return (await reads.rows<{ company: CompanyRow }>(allCompanies)).map(({ company }) => company);
}

export async function readCompany(reads: ReadSession, slug: string): Promise<CompanyRow | null> {
  return (await reads.row<{ company: CompanyRow }>(companyBySlug, [slug]))?.company ?? null;
}

export async function readCompaniesByIds(reads: ReadSession, ids: readonly string[]): Promise<Map<string, CompanyRow>> {
  const rows = await reads.rows<{ id: string; company: CompanyRow }>(companiesByIds, [ids]);
  return new Map(rows.map(({ id, company }) => [id, company]));
}

export async function readDepartmentsByIds(reads: ReadSession, ids: readonly string[]): Promise<Map<string, DepartmentRow>> {
  const rows = await reads.rows<{ id: string; department: DepartmentRow }>(departmentsByIds, [ids]);
  return new Map(rows.map(({ id, department }) => [id, department]));
}

export async function readDepartments(reads: ReadSession, companyIds: readonly string[]): Promise<DepartmentRow[][]> {
  const rows = await reads.rows<{ companyId: string; departments: DepartmentRow[] }>(departmentsOf, [companyIds]);
  const byCompany = new Map(rows.map(({ companyId, departments }) => [companyId, departments]));
  return companyIds.map((id) => byCompany.get(id) ?? []);
}

export async function readEntryCounts(reads: ReadSession, companyIds: readonly string[]): Promise<number[]> {
  const rows = await reads.rows<{ companyId: string; count: number }>(entryCounts, [companyIds]);
  const byCompany = new Map(rows.map(({ companyId, count }) => [companyId, count]));
  return companyIds.map((id) => byCompany.get(id) ?? 0);
}

/** One more than asked for tells whether there is a next page. `after` is the last person of the page before. */
export async function readPeopleOf(reads: ReadSession, companyId: string, first: number, after: PersonCard | null): Promise<PersonRow[]> {
  const rows = await reads.rows<{ person: PersonRow }>(peopleOf, [companyId, first + 1, after?.name ?? null, after?.id ?? null]);
  return rows.map(({ person }) => person);
}

export async function readPerson(reads: ReadSession, id: string): Promise<PersonRow | null> {
  return (await reads.row<{ person: PersonRow }>(personById, [id]))?.person ?? null;
}

export async function readPeopleByName(reads: ReadSession, text: string): Promise<PersonRow[]> {
  return (await reads.rows<{ person: PersonRow }>(peopleByName, [beginningOf(text)])).map(({ person }) => person);
}

export async function readPeopleByIds(reads: ReadSession, ids: readonly string[]): Promise<(PersonRow | null)[]> {
  const rows = await reads.rows<{ id: string; person: PersonRow }>(peopleByIds, [ids]);
  const byId = new Map(rows.map(({ id, person }) => [id, person]));
  return ids.map((id) => byId.get(id) ?? null);
}

export async function readPreviousVisit(reads: ReadSession, personId: string): Promise<Date | null> {
  return (await reads.row<{ previousAt: Date | null }>(visit, [personId]))?.previousAt ?? null;
}
