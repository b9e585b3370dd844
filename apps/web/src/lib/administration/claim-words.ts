// SPDX-License-Identifier: EUPL-1.2
import { translated } from '#lib/format/translated.ts';
import type { AdministeredCompanyView } from '#lib/server/administration.ts';
import { m } from '#lib/paraglide/messages.js';
import { GIVEN_ROLES, roleWord } from '#lib/rights/role-words.ts';
import type { ClaimRow } from './claim-rows.ts';

export type Departments = AdministeredCompanyView['departments'];

/** "wie der Name sagt: Redaktion", "bedeutet nichts", "Redaktion, Bereich Mietmanagement". */
export function meaningWords(row: ClaimRow, departments: Departments): string {
  if (row.means === 'name') return m.claims_means_name({ meaning: namedWords(row, departments) });
  return row.means === 'nothing' ? m.claims_means_nothing() : chosenWords(row, departments);
}

/** What a value means that no line of the table names: the role or the department that is called so. */
export function namedWords({ claim, value }: ClaimRow, departments: Departments): string {
  const role = claim === 'ROLE' ? (['EMPLOYEE', ...GIVEN_ROLES] as const).find((each) => each.toLowerCase() === value) : undefined;
  const department = claim === 'DEPARTMENT' ? departmentWord(value, departments) : undefined;
  return (role && roleWord(role)) ?? department ?? m.my_data_said_nothing();
}

function chosenWords({ roles, department }: ClaimRow, departments: Departments): string {
  const words = [...roles.map(roleWord), ...(department ? [departmentWord(department, departments) ?? department] : [])];
  return words.join(', ') || m.claims_means_nothing();
}

function departmentWord(slug: string, departments: Departments): string | undefined {
  const department = departments.find((each) => each.slug === slug);
  return department && m.claims_department({ department: translated(department.name) });
}
