// SPDX-License-Identifier: EUPL-1.2
import { realmContract as contract } from '#platform/access/realm-contract.js';
import { clientScopes, defaultScopes, optionalScopes } from './client-scopes.ts';
import { clients, scopeMappings } from './clients.ts';
import { authenticatorConfig, flowNames, flows, requiredActions } from './flows.ts';
import { credentials } from './credentials.ts';
import { userProfile } from './user-profile.ts';

/** As much of Keycloak's RealmRepresentation as the file uses. */
export type Representation = Record<string, unknown>;

const { name, lifetime, groupRoles } = contract;

/**
 * The realm as a file for Keycloak's import. `${...}` are variables of the importing server's environment; one that is undefined and has no default would stay as text, so each is either
 * required by `apps/realm/file/variables.ts` or has a default here.
 */
export function realmFile(): Representation {
  return {
    realm: name,
    enabled: true,
    displayName: 'Konzern Stadt',
    // The theme reads the city's name from here.
    displayNameHtml: '${CITY_NAME:Hellbrück}',
    sslRequired: 'external',
    organizationsEnabled: true,
    ...appearance,
    ...accounts,
    ...sessions,
    ...credentials,
    ...records,
    ...flowNames,
    roles: { realm: groupRoles.map((role) => ({ name: role, description: roleDescriptions[role] })) },
    clientScopes,
    defaultDefaultClientScopes: defaultScopes,
    defaultOptionalClientScopes: optionalScopes,
    clients: clients(),
    ...scopeMappings(),
    authenticationFlows: flows,
    authenticatorConfig,
    requiredActions,
    components: {
      'org.keycloak.userprofile.UserProfileProvider': [
        { providerId: 'declarative-user-profile', config: { 'kc.user.profile.config': [JSON.stringify(userProfile)] } },
      ],
    },
  };
}

const roleDescriptions: Record<(typeof groupRoles)[number], string> = {
  office: 'Koordinierungsstelle des Konzerns',
  auditor: 'Rechnungsprüfung',
};

const appearance = {
  loginTheme: 'konzern-stadt',
  internationalizationEnabled: true,
  supportedLocales: ['de', 'en'],
  defaultLocale: 'de',
};

/**
 * People are known by `iss` + `sub`. Nothing at the realm checks that an address belongs to the company's domain, so nobody is found by it:
 * the same address from two companies is two people.
 */
const accounts = {
  registrationAllowed: false,
  rememberMe: false,
  verifyEmail: false,
  loginWithEmailAllowed: false,
  duplicateEmailsAllowed: true,
  // Needs a mail server, which the realm does not have yet.
  resetPasswordAllowed: false,
  editUsernameAllowed: false,
};

/** A refresh token is good once: whoever uses it a second time ends the session. The web app renews under a lock. */
const sessions = {
  defaultSignatureAlgorithm: 'RS256',
  revokeRefreshToken: true,
  refreshTokenMaxReuse: 0,
  accessTokenLifespan: lifetime.accessToken,
  accessCodeLifespan: lifetime.code,
  accessCodeLifespanLogin: lifetime.signIn,
  ssoSessionIdleTimeout: lifetime.idleSession,
  ssoSessionMaxLifespan: lifetime.longestSession,
};

const days = 24 * 60 * 60;

/** Sign-ins that failed, with the name, for seven days; what an administrator changed, without the values. */
const records = {
  eventsEnabled: true,
  eventsExpiration: 7 * days,
  enabledEventTypes: [
    'LOGIN_ERROR',
    'IDENTITY_PROVIDER_LOGIN_ERROR',
    'IDENTITY_PROVIDER_FIRST_LOGIN_ERROR',
    'IDENTITY_PROVIDER_RESPONSE_ERROR',
    'CODE_TO_TOKEN_ERROR',
    'REFRESH_TOKEN_ERROR',
    'LOGOUT_ERROR',
    'USER_DISABLED_BY_TEMPORARY_LOCKOUT',
  ],
  adminEventsEnabled: true,
  adminEventsDetailsEnabled: false,
  attributes: { adminEventsExpiration: String(90 * days) },
};
