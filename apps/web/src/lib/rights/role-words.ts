// SPDX-License-Identifier: EUPL-1.2
import type { GroupRole, MembershipSource, Role } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** Roles that can be given; everybody of a company has `EMPLOYEE` without being given it. */
export const GIVEN_ROLES = ['AUTHOR', 'EDITOR', 'TRAINER', 'ADMIN'] as const satisfies readonly Role[];

export type GivenRoleName = (typeof GIVEN_ROLES)[number];

export interface GivenRole {
  role: Role;
  source: MembershipSource;
}

const roles: Record<Role, () => string> = {
  EMPLOYEE: () => m.role_employee(),
  AUTHOR: () => m.role_author(),
  EDITOR: () => m.role_editor(),
  TRAINER: () => m.role_trainer(),
  ADMIN: () => m.role_admin(),
};

const groupRoles: Record<GroupRole, () => string> = {
  OFFICE: () => m.role_office(),
  AUDITOR: () => m.role_auditor(),
};

const sources: Record<MembershipSource, () => string> = {
  CLAIMS: () => m.source_claims(),
  HUB: () => m.source_hub(),
};

export function roleWord(role: Role): string {
  return roles[role]();
}

export function groupRoleWord(role: GroupRole): string {
  return groupRoles[role]();
}

/** "aus Ihrem Verzeichnis" */
export function sourceWord(source: MembershipSource): string {
  return sources[source]();
}

/** A role that has both sources is named once, with both. */
export function byRole(given: readonly GivenRole[]): { role: Role; sources: MembershipSource[] }[] {
  const found = [...new Set(given.map(({ role }) => role))];
  return found.map((role) => ({ role, sources: given.filter((each) => each.role === role).map(({ source }) => source) }));
}
