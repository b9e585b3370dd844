// SPDX-License-Identifier: EUPL-1.2
import { hasRole, type Viewer } from '#platform/access/viewer.js';

/** The table decides rights in one company: its own admins keep it. What an admin gives they have: an admin may do what any role of the company may. */
export function mayKeepClaimTable(viewer: Viewer, companyId: string): boolean {
  return hasRole(viewer, companyId, 'admin');
}
