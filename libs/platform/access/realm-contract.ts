// SPDX-License-Identifier: EUPL-1.2
/**
 * What the hub and whoever signs its people in agree on. The development sign-in (apps/sign-in) and the Keycloak realm (apps/realm writes
 * infra/keycloak/konzern-stadt-realm.json from it) both follow this page, and test/sso proves that the same claims come out of both.
 */
export const realmContract = {
  name: 'konzern-stadt',
  path: '/realms/konzern-stadt',
  protocolPath: '/protocol/openid-connect',
  webClient: 'konzern-stadt-web',
  /** A client that only receives: its name is the audience of every access token. */
  audience: 'konzern-stadt-api',
  /** Role and audience with which the web app may ask for the token a company's own provider gave (Keycloak's broker). */
  brokerClient: 'broker',
  brokerRole: 'read-token',
  /** `organization` is an optional scope and asked for: as a default scope Keycloak 26.7 answers 500. */
  scope: 'openid organization:*',
  groupRoles: ['office', 'auditor'],
  claims: {
    /** `{"<alias>":{"id":"<uuid>"}}`, Keycloak's Organizations; the alias is the company's slug. */
    organization: 'organization',
    /** What the company's provider says of roles and groups, as it says it; `<alias>:<role>` for an account of the realm itself. */
    roles: 'company_roles',
    department: 'department',
    /** Alias of the provider this session came from; missing for an account of the realm itself. */
    provider: 'identity_provider',
  },
  /** Addresses of the web app that the realm knows. */
  hub: { callback: '/auth/callback', afterSignOut: '/', backChannelLogout: '/auth/back-channel-logout' },
  /** Seconds. */
  lifetime: { accessToken: 300, code: 60, signIn: 1_800, idleSession: 7_200, longestSession: 36_000 },
} as const;
