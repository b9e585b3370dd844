// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#platform/access/viewer.js';

export type ClaimName = 'role' | 'department';
/** What a company's table can give; every member is an employee without it. */
export type GrantedRole = Exclude<Role, 'employee'>;

export const grantedRoles = ['author', 'editor', 'trainer', 'admin'] as const satisfies readonly GrantedRole[];

/** One value of one claim, as the company's provider says it. */
export interface Said {
  claim: ClaimName;
  value: string;
}

/** What a value means in one company; neither role nor department: nothing. */
export interface ClaimRule extends Said {
  role: GrantedRole | null;
  departmentId: string | null;
}

export interface ClaimTable {
  rules: readonly ClaimRule[];
  /** The company's departments by slug. */
  departments: Readonly<Record<string, string>>;
}

export interface Meaning {
  roles: GrantedRole[];
  departmentId: string | null;
}

/**
 * What a person is in the company by what its provider says. A value that no rule names means the role or department that is called so, which
 * lets a company begin without a table; one that a rule names means what its rules say and nothing else. Of several departments it is the first:
 * those the department claim names come before those of groups, then by the alphabet, so that the order in a token decides nothing.
 */
export function meaningOf(said: readonly Said[], table: ClaimTable): Meaning {
  const meant = [...said].sort(departmentsFirst).flatMap((value) => rulesFor(value, table));
  return {
    roles: grantedRoles.filter((role) => meant.some((rule) => rule.role === role)),
    departmentId: meant.find(({ departmentId }) => departmentId !== null)?.departmentId ?? null,
  };
}

function departmentsFirst(a: Said, b: Said): number {
  return a.claim === b.claim ? (a.value < b.value ? -1 : 1) : a.claim === 'department' ? -1 : 1;
}

function rulesFor(said: Said, { rules, departments }: ClaimTable): Pick<ClaimRule, 'role' | 'departmentId'>[] {
  const own = rules.filter(({ claim, value }) => claim === said.claim && value === said.value);
  if (own.length > 0) return own;
  if (said.claim === 'role') return grantedRoles.filter((role) => role === said.value).map((role) => ({ role, departmentId: null }));
  const departmentId = Object.hasOwn(departments, said.value) ? departments[said.value] : undefined;
  return departmentId ? [{ role: null, departmentId }] : [];
}
