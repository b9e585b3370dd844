// SPDX-License-Identifier: EUPL-1.2
import { realmContract as contract } from '#platform/access/realm-contract.js';
import { defaultScopes, optionalScopes } from './client-scopes.ts';
import { webMappers } from './mappers.ts';

const { webClient, audience, brokerClient, brokerRole, groupRoles, hub } = contract;
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
    defaultClientScopes: defaultScopes,
    optionalClientScopes: optionalScopes,
    protocolMappers: webMappers,
  };
}
