// SPDX-License-Identifier: EUPL-1.2
import { realmContract } from '#platform/access/realm-contract.js';

export interface ProtocolMapper {
  name: string;
  protocol: 'openid-connect';
  protocolMapper: string;
  config: Record<string, string>;
}

const { audience, claims } = realmContract;
const both = {
  'access.token.claim': 'true',
  'id.token.claim': 'true',
  'userinfo.token.claim': 'true',
  'introspection.token.claim': 'true',
};
const accessOnly = { ...both, 'id.token.claim': 'false' };

/** What the web client's tokens say of a person; no more than the hub reads. */
export const webMappers: ProtocolMapper[] = [
  mapper('audience', 'oidc-audience-mapper', { 'included.client.audience': audience, ...accessOnly, 'userinfo.token.claim': 'false' }),
  mapper('name', 'oidc-full-name-mapper', both),
  mapper('username', 'oidc-usermodel-attribute-mapper', { ...property('username', 'preferred_username'), ...both }),
  mapper('email', 'oidc-usermodel-attribute-mapper', { ...property('email', 'email'), ...both }),
  mapper('email verified', 'oidc-usermodel-property-mapper', { ...property('emailVerified', 'email_verified', 'boolean'), ...both }),
  mapper('roles in the company', 'oidc-usermodel-attribute-mapper', { ...list(claims.roles), ...accessOnly }),
  mapper('department', 'oidc-usermodel-attribute-mapper', { ...list(claims.department), ...accessOnly }),
  mapper('identity provider', 'oidc-usersessionmodel-note-mapper', {
    'user.session.note': 'identity_provider',
    'claim.name': claims.provider,
    'jsonType.label': 'String',
    ...accessOnly,
  }),
];

/** With the id, which stays when a company is renamed. Without `multivalued` Keycloak gives the names alone. */
export const organizationMapper = mapper('organization', 'oidc-organization-membership-mapper', {
  'claim.name': claims.organization,
  'jsonType.label': 'JSON',
  multivalued: 'true',
  addOrganizationId: 'true',
  addOrganizationAttributes: 'false',
  ...accessOnly,
});

export function mapper(name: string, protocolMapper: string, config: Record<string, string>): ProtocolMapper {
  return { name, protocol: 'openid-connect', protocolMapper, config };
}

export function property(attribute: string, claim: string, type = 'String'): Record<string, string> {
  return { 'user.attribute': attribute, 'claim.name': claim, 'jsonType.label': type };
}

/** User attribute and claim have one name. */
function list(claim: string): Record<string, string> {
  return { ...property(claim, claim), multivalued: 'true', 'aggregate.attrs': 'false' };
}
