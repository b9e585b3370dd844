// SPDX-License-Identifier: EUPL-1.2
import type { Client } from '../../support/client.js';

export interface ViewerSeen {
  person: { name: string };
  memberships: { company: { slug: string }; department: { slug: string } | null; roles: string[] }[];
  groupRoles: string[];
}

/** Whom the hub takes somebody for. */
export async function viewerOf(client: Client): Promise<ViewerSeen> {
  const { viewer } = await client.request<{ viewer: ViewerSeen }>(
    'query { viewer { person { name } memberships { company { slug } department { slug } roles } groupRoles } }',
  );
  return viewer;
}
