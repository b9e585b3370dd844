// SPDX-License-Identifier: EUPL-1.2
import { realmContract } from '#platform/access/realm-contract.js';
import { organizationIdOf, subjectOf } from './identifiers.js';
import type { ExamplePerson } from './people.js';

/** What both tokens and the userinfo endpoint say about a person. Without an address Keycloak leaves `email` out. */
export function profileClaims(person: ExamplePerson): Record<string, unknown> & { sub: string } {
  return {
    sub: subjectOf(person.username),
    name: person.name,
    preferred_username: person.username,
    email_verified: person.mail !== null,
    ...(person.mail ? { email: person.mail } : {}),
  };
}

const { claims } = realmContract;

/**
 * What the access token adds: Keycloak's Organizations, realm roles, and the two claims the realm maps from what the company's own
 * identity provider says. Keycloak leaves out a claim without a value, so a guest has none of the company's.
 */
export function membershipClaims({ company, department, roles, groupRoles }: ExamplePerson): Record<string, unknown> {
  const realm = groupRoles.length > 0 ? { realm_access: { roles: groupRoles } } : {};
  if (!company) return realm;
  return {
    ...realm,
    [claims.organization]: { [company.slug]: { id: organizationIdOf(company.slug) } },
    ...(company.hasProvider ? { [claims.provider]: company.slug } : {}),
    [claims.roles]: roles.map((role) => `${company.slug}:${role}`),
    ...(department ? { [claims.department]: [`${company.slug}:${department}`] } : {}),
  };
}
