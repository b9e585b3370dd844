// SPDX-License-Identifier: EUPL-1.2
export type Role = 'employee' | 'author' | 'editor' | 'trainer' | 'admin';
export type GroupRole = 'office' | 'auditor';

/** Whom a verified token names, and for which company the person wants to act. `null` is a request without a token. */
export type Caller = { issuer: string; subject: string; actingFor: string | null } | null;

export interface ViewerMembership {
  id: string;
  companyId: string;
  departmentId: string | null;
  roles: Role[];
}

interface ViewerBase {
  /** What the viewer's rows must overlap with. Computed by `access.enter`, for one transaction, never kept. */
  audiences: string[];
}

/** Nobody, or somebody whose token names no person of the hub (yet). */
export interface Stranger extends ViewerBase {
  status: 'stranger';
}

export interface KnownPerson extends ViewerBase {
  /** A guest has no membership in any company and is not of the group. */
  status: 'guest' | 'employee';
  personId: string;
  name: string;
  memberships: ViewerMembership[];
  groupRoles: GroupRole[];
  /** One reads with all memberships and acts for this company. */
  actingFor: string | null;
}

export type Viewer = Stranger | KnownPerson;

/** What `access.enter` answers. */
export type Entered = Viewer | { status: 'locked' };

/** The membership a person acts with, if any. */
export function actingMembership(viewer: Viewer): ViewerMembership | null {
  if (viewer.status === 'stranger') return null;
  return viewer.memberships.find((membership) => membership.companyId === viewer.actingFor) ?? null;
}

/** True when the person is of that company today, whichever company they act for. */
export function isMemberOf(viewer: Viewer, companyId: string): boolean {
  return viewer.status !== 'stranger' && viewer.memberships.some((membership) => membership.companyId === companyId);
}

/** True when the person has the role in that company, whichever company they act for. */
export function hasRole(viewer: Viewer, companyId: string, ...roles: Role[]): boolean {
  if (viewer.status === 'stranger') return false;
  const membership = viewer.memberships.find((candidate) => candidate.companyId === companyId);
  return membership?.roles.some((role) => roles.includes(role)) ?? false;
}
