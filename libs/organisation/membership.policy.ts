// SPDX-License-Identifier: EUPL-1.2
import { hasRole, type Viewer } from '#platform/access/viewer.js';

/** Who says who is of a company: its own admins, and nobody of another one, whatever they are there. */
export function mayAdminister(viewer: Viewer, companyId: string): boolean {
  return hasRole(viewer, companyId, 'admin');
}
