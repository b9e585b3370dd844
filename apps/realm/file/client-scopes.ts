// SPDX-License-Identifier: EUPL-1.2
import { mapper, organizationMapper, type ProtocolMapper } from './mappers.ts';

const always = { 'access.token.claim': 'true', 'introspection.token.claim': 'true' };
const roleList = { multivalued: 'true', 'jsonType.label': 'String', ...always };

/**
 * All there are: a file that names any scope gets none of the built-in ones, and the built-in `organization` cannot be changed beside it (a
 * second mapper of the same claim makes a list of both). So `basic`, `acr` and `roles` are here as Keycloak has them, `profile` and `email`,
 * which would say more than the hub reads, are not.
 */
export const clientScopes = [
  scope('basic', false, [
    mapper('sub', 'oidc-sub-mapper', always),
    mapper('auth_time', 'oidc-usersessionmodel-note-mapper', {
      'user.session.note': 'AUTH_TIME',
      'claim.name': 'auth_time',
      'jsonType.label': 'long',
      'id.token.claim': 'true',
      ...always,
    }),
  ]),
  scope('acr', false, [mapper('acr loa level', 'oidc-acr-mapper', { 'id.token.claim': 'true', ...always })]),
  scope('roles', false, [
    mapper('realm roles', 'oidc-usermodel-realm-role-mapper', { 'claim.name': 'realm_access.roles', ...roleList }),
    mapper('client roles', 'oidc-usermodel-client-role-mapper', { 'claim.name': 'resource_access.${client_id}.roles', ...roleList }),
    mapper('audience resolve', 'oidc-audience-resolve-mapper', always),
  ]),
  scope('organization', true, [organizationMapper]),
];

export const defaultScopes = ['basic', 'acr', 'roles'];
export const optionalScopes = ['organization'];

function scope(name: string, named: boolean, protocolMappers: ProtocolMapper[]): Record<string, unknown> {
  const attributes = { 'include.in.token.scope': String(named), 'display.on.consent.screen': 'false' };
  return { name, protocol: 'openid-connect', attributes, protocolMappers };
}
