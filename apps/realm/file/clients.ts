// SPDX-License-Identifier: EUPL-1.2
import { realmContract as contract } from '#platform/access/realm-contract.js';

interface ProtocolMapper {
  name: string;
  protocol: 'openid-connect';
  protocolMapper: string;
  config: Record<string, string>;
}

const { webClient, audience, brokerClient, brokerRole, groupRoles, claims, hub } = contract;
const origin = '${HUB_ORIGIN}';

export function clients(): Record<string, unknown>[] {
  return [api, web()];
}

/** Without `fullScopeAllowed` a token carries these roles and no others: not those of Keycloak's own account pages. */
export function scopeMappings(): Record<string, unknown> {
  return {
    scopeMappings: [{ client: webClient, roles: [...groupRoles] }],
    clientScopeMappings: { [brokerClient]: [{ client: webClient, roles: [brokerRole] }] },
  };
}

/** Receives tokens and asks for none. */
const api = {
  clientId: audience,
  name: 'Konzern Stadt: API',
  protocol: 'openid-connect',
  bearerOnly: true,
  fullScopeAllowed: false,
};

function web(): Record<string, unknown> {
  return {
    clientId: webClient,
    name: 'Konzern Stadt',
    protocol: 'openid-connect',
    baseUrl: `${origin}/`,
    publicClient: false,
    clientAuthenticatorType: 'client-secret',
    secret: '${WEB_CLIENT_SECRET}',
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
    frontchannelLogout: false,
    redirectUris: [`${origin}${hub.callback}`],
    webOrigins: [],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${origin}${hub.afterSignOut}`,
      // The way from the realm to the hub may be another one than people's.
      'backchannel.logout.url': '${BACK_CHANNEL_LOGOUT_URL}',
      'backchannel.logout.session.required': 'true',
      'access.token.signed.response.alg': 'RS256',
      'id.token.signed.response.alg': 'RS256',
    },
    // `profile` and `email` would say more than the hub reads.
    defaultClientScopes: ['basic', 'acr', 'roles'],
    optionalClientScopes: ['organization'],
    protocolMappers: mappers,
  };
}

const both = { 'access.token.claim': 'true', 'id.token.claim': 'true', 'userinfo.token.claim': 'true' };
const accessOnly = { 'access.token.claim': 'true', 'id.token.claim': 'false', 'userinfo.token.claim': 'true' };

const mappers: ProtocolMapper[] = [
  mapper('audience', 'oidc-audience-mapper', {
    'included.client.audience': audience,
    'access.token.claim': 'true',
    'id.token.claim': 'false',
  }),
  mapper('name', 'oidc-full-name-mapper', both),
  mapper('username', 'oidc-usermodel-attribute-mapper', { ...property('username', 'preferred_username'), ...both }),
  mapper('email', 'oidc-usermodel-attribute-mapper', { ...property('email', 'email'), ...both }),
  mapper('email verified', 'oidc-usermodel-property-mapper', { ...property('emailVerified', 'email_verified', 'boolean'), ...both }),
  mapper('organization', 'oidc-organization-membership-mapper', {
    'claim.name': claims.organization,
    'jsonType.label': 'JSON',
    addOrganizationId: 'true',
    addOrganizationAttributes: 'false',
    ...accessOnly,
  }),
  mapper('roles in the company', 'oidc-usermodel-attribute-mapper', { ...list(claims.roles), ...accessOnly }),
  mapper('department', 'oidc-usermodel-attribute-mapper', { ...list(claims.department), ...accessOnly }),
  mapper('identity provider', 'oidc-usersessionmodel-note-mapper', {
    'user.session.note': 'identity_provider',
    'claim.name': claims.provider,
    'jsonType.label': 'String',
    ...accessOnly,
  }),
];

function mapper(name: string, protocolMapper: string, config: Record<string, string>): ProtocolMapper {
  return { name, protocol: 'openid-connect', protocolMapper, config };
}

function property(attribute: string, claim: string, type = 'String'): Record<string, string> {
  return { 'user.attribute': attribute, 'claim.name': claim, 'jsonType.label': type };
}

/** User attribute and claim have one name. */
function list(claim: string): Record<string, string> {
  return { ...property(claim, claim), multivalued: 'true', 'aggregate.attrs': 'false' };
}
