// SPDX-License-Identifier: EUPL-1.2
import { realmContract } from '#platform/access/realm-contract.js';
import { firstSignIn } from './file/flows.ts';

/** A company as the operator describes it. */
export interface Company {
  /** The company's slug in the hub; alias of its organization and of its provider, so that a link can name it (`kc_idp_hint`). */
  alias: string;
  name: string;
  domains: readonly string[];
  provider: OidcProvider | SamlProvider;
  claims: ClaimNames;
  /** Whether signing out here ends the session at the company too. */
  signOutThere: boolean;
}

export interface OidcProvider {
  kind: 'oidc';
  clientId: string;
  /** `null` keeps the one that is there. */
  clientSecret: string | null;
}

export interface SamlProvider {
  kind: 'saml';
  /** Our name at the company's provider. */
  entityId: string;
}

/** What the company's provider calls it; `null` where it says nothing of the kind. */
export interface ClaimNames {
  roles: string | null;
  department: string | null;
  mail: string;
  givenName: string;
  familyName: string;
}

export interface Mapper {
  name: string;
  identityProviderAlias: string;
  identityProviderMapper: string;
  config: Record<string, string>;
}

export const usualClaims: Record<Company['provider']['kind'], ClaimNames> = {
  oidc: { roles: 'groups', department: 'department', mail: 'email', givenName: 'given_name', familyName: 'family_name' },
  saml: { roles: 'groups', department: 'department', mail: 'email', givenName: 'givenName', familyName: 'surname' },
};

const { claims } = realmContract;

export function organization({ alias, name, domains }: Company): Record<string, unknown> {
  return { alias, name, enabled: true, domains: domains.map((domain) => ({ name: domain, verified: true })) };
}

/** @param discovered what Keycloak read from the discovery document or the metadata */
export function identityProvider(company: Company, discovered: Record<string, string>): Record<string, unknown> {
  const { alias, name, provider } = company;
  return {
    alias,
    displayName: name,
    providerId: provider.kind,
    enabled: true,
    // Whether an address may be believed is for the hub: it knows the company's domains.
    trustEmail: true,
    linkOnly: false,
    hideOnLogin: true,
    // The company's own token, with which the hub can ask whether the person is still known there. SAML has none.
    storeToken: provider.kind === 'oidc',
    addReadTokenRoleOnCreate: provider.kind === 'oidc',
    firstBrokerLoginFlowAlias: firstSignIn,
    config: { ...discovered, ...common(company), ...(provider.kind === 'oidc' ? oidc(company, provider) : saml(company, provider)) },
  };
}

function common({ domains }: Company): Record<string, string> {
  return {
    // Every sign-in brings today's, and what is gone there is taken away here.
    syncMode: 'FORCE',
    // Both are needed for the way by mail domain; the mark stands for every domain of the organization.
    'kc.org.domain': domains.length === 1 ? (domains[0] ?? '') : 'ANY',
    'kc.org.broker.redirect.mode.email-matches': 'true',
  };
}

function oidc({ signOutThere }: Company, { clientId, clientSecret }: OidcProvider): Record<string, string> {
  return {
    clientId,
    ...(clientSecret === null ? {} : { clientSecret }),
    clientAuthMethod: 'client_secret_basic',
    defaultScope: 'openid profile email',
    validateSignature: 'true',
    useJwksUrl: 'true',
    pkceEnabled: 'true',
    pkceMethod: 'S256',
    // `false` beside an address of the company for sign-outs ends on an error page.
    backchannelSupported: 'true',
    sendIdTokenOnLogout: String(signOutThere),
    // Lets the hub ask in the background whether the person is still signed in there.
    acceptsPromptNoneForwardFromClient: 'true',
  };
}

function saml({ signOutThere }: Company, { entityId }: SamlProvider): Record<string, string> {
  return {
    entityId,
    principalType: 'SUBJECT',
    nameIDPolicyFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    validateSignature: 'true',
    wantAssertionsSigned: 'true',
    wantAuthnRequestsSigned: 'true',
    signatureAlgorithm: 'RSA_SHA256',
    xmlSigKeyInfoKeyNameTransformer: 'KEY_ID',
    postBindingAuthnRequest: 'true',
    postBindingResponse: 'true',
    postBindingLogout: 'true',
    backchannelSupported: String(signOutThere),
    allowCreate: 'true',
    allowedClockSkew: '30',
  };
}

/** In the company's words on one side, in ours on the other; every one is forced. */
export function mappers(company: Company): Mapper[] {
  const { alias, provider, claims: names } = company;
  const mapper = (name: string, identityProviderMapper: string, config: Record<string, string>): Mapper => ({
    name,
    identityProviderAlias: alias,
    identityProviderMapper: `${provider.kind}-${identityProviderMapper}`,
    config: { syncMode: 'FORCE', ...config },
  });
  const attribute = (name: string, from: string | null, to: string): Mapper[] =>
    from === null
      ? []
      : [mapper(name, 'user-attribute-idp-mapper', provider.kind === 'oidc' ? oidcAttribute(from, to) : samlAttribute(from, to))];
  return [
    // By what never changes there: a name that is given to the next person must not lead to the account of the last.
    mapper('user name', 'username-idp-mapper', {
      template: provider.kind === 'oidc' ? '${ALIAS}.${CLAIM.sub}' : '${ALIAS}.${NAMEID}',
      target: 'LOCAL',
    }),
    ...attribute('mail address', names.mail, 'email'),
    ...attribute('given name', names.givenName, 'firstName'),
    ...attribute('family name', names.familyName, 'lastName'),
    ...attribute('roles and groups', names.roles, claims.roles),
    ...attribute('department', names.department, claims.department),
  ];
}

function oidcAttribute(claim: string, attribute: string): Record<string, string> {
  return { claim, 'user.attribute': attribute };
}

function samlAttribute(name: string, attribute: string): Record<string, string> {
  return { 'attribute.name': name, 'user.attribute': attribute, 'attribute.name.format': 'ATTRIBUTE_FORMAT_BASIC' };
}
