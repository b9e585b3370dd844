// SPDX-License-Identifier: EUPL-1.2
import { interactionPolicy, Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { realmContract } from '#platform/access/realm-contract.js';
import { membershipClaims, profileClaims } from './claims.js';
import type { Directory } from './directory.js';
import type { KeySet } from './keys.js';
import type { Store } from './store.js';

export const { path: realmPath, protocolPath } = realmContract;
/** Keycloak's way to name the company one comes from. */
export const hintParameter = 'kc_idp_hint';
export const choosePath = '/login-actions/authenticate';

export interface WebClient {
  id: string;
  secret: string;
  /** The public address of the web app. */
  origin: string;
}

export interface RealmOptions {
  issuer: string;
  audience: string;
  client: WebClient;
  directory: Directory;
  keys: KeySet;
  store: Store;
  renderError: NonNullable<Configuration['renderError']>;
}

/** Keycloak has no resource indicators; oidc-provider wants one to make the access token a JWT. It appears in no token. */
const api = 'urn:konzern-stadt:api';
const { scope, hub } = realmContract;

const { accessToken, code, signIn, longestSession } = realmContract.lifetime;
const lifetime = {
  AccessToken: accessToken,
  IdToken: accessToken,
  AuthorizationCode: code,
  Interaction: signIn,
  Session: longestSession,
  Grant: longestSession,
  RefreshToken: longestSession,
};

/** An OpenID provider with the paths, lifetimes and tokens of the Keycloak realm (apps/realm). */
export function createRealm(options: RealmOptions): Provider {
  const provider = new Provider(options.issuer, configuration(options));
  provider.proxy = false;
  return provider;
}

function configuration(options: RealmOptions): Configuration {
  const { audience, client, directory, keys, store, renderError } = options;
  return {
    adapter: store.adapter,
    clients: [webClient(client)],
    jwks: { keys: keys.keys },
    routes,
    ttl: lifetime,
    cookies: { ...cookies, keys: keys.cookieKeys },
    scopes: scope.split(' '),
    // At Keycloak mappers of the web client say these, whatever scope is asked for.
    claims: { openid: ['sub', 'typ', 'azp', 'name', 'preferred_username', 'email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    extraParams: [hintParameter],
    rotateRefreshToken: true,
    issueRefreshToken: (_, issuedTo) => issuedTo.grantTypeAllowed('refresh_token'),
    findAccount: (_, accountId) => {
      const person = directory.find(accountId);
      return person && { accountId, claims: () => ({ ...profileClaims(person), typ: 'ID', azp: client.id }) };
    },
    loadExistingGrant: grantEverything,
    interactions: { policy: askTheHinted(directory), url: (_, interaction) => `${realmPath}${choosePath}/${interaction.uid}` },
    formats: { customizers: { jwt: likeKeycloak(audience, directory) } },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      revocation: { enabled: true },
      introspection: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: api,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime.AccessToken,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    fetch: callWebApp,
    renderError,
  };
}

const routes: NonNullable<Configuration['routes']> = {
  authorization: `${protocolPath}/auth`,
  token: `${protocolPath}/token`,
  jwks: `${protocolPath}/certs`,
  userinfo: `${protocolPath}/userinfo`,
  end_session: `${protocolPath}/logout`,
  introspection: `${protocolPath}/token/introspect`,
  revocation: `${protocolPath}/revoke`,
};

// Cookies do not know ports: without names and a path of its own this server would read and overwrite those of the web app.
const cookies: NonNullable<Configuration['cookies']> = {
  names: { session: 'sign_in_session', interaction: 'sign_in_interaction', resume: 'sign_in_resume' },
  long: { httpOnly: true, sameSite: 'lax', signed: true, path: `${realmPath}/` },
  short: { httpOnly: true, sameSite: 'lax', signed: true },
};

function webClient({ id, secret, origin }: WebClient): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: id,
    client_secret: secret,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${origin}${hub.callback}`],
    post_logout_redirect_uris: [`${origin}${hub.afterSignOut}`],
    backchannel_logout_uri: `${origin}${hub.backChannelLogout}`,
    backchannel_logout_session_required: true,
    token_endpoint_auth_method: 'client_secret_basic',
    id_token_signed_response_alg: 'RS256',
  };
}

/** The one call this server makes is to the web app on loopback, which is what oidc-provider's protection against forged requests forbids. */
const callWebApp: NonNullable<Configuration['fetch']> = (url, options) => {
  const { dispatcher: _, ...allowed } = options as RequestInit & { dispatcher?: unknown };
  return fetch(url, allowed);
};

/** With a hint Keycloak asks that company again, whoever is signed in here; the one who is signed in at the company need not say so twice. */
function askTheHinted(directory: Directory): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  const isElsewhere = new interactionPolicy.Check('company_hinted', 'another company is asked', (ctx) => {
    const company = directory.companyOf(ctx.oidc.params?.[hintParameter]);
    const person = directory.find(ctx.oidc.session?.accountId ?? '');
    const asks = company !== undefined && (person?.company?.slug !== company || directory.isDismissed(person));
    return asks ? interactionPolicy.Check.REQUEST_PROMPT : interactionPolicy.Check.NO_NEED_TO_PROMPT;
  });
  policy.get('login')?.checks.add(isElsewhere);
  return policy;
}

/** Keycloak asks nobody for consent on behalf of a company's own client. */
async function grantEverything(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { provider, session, client } = ctx.oidc;
  if (!session?.accountId || !client) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known && (await provider.Grant.find(known));
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scope);
  grant.addResourceScope(api, scope);
  await grant.save();
  return grant;
}

type Customizer = NonNullable<NonNullable<NonNullable<Configuration['formats']>['customizers']>['jwt']>;

/** From the access token of RFC 9068, which oidc-provider makes, to Keycloak's. */
function likeKeycloak(audience: string, directory: Directory): Customizer {
  return (ctx, token, parts) => {
    const person = directory.find(String(parts.payload['sub']));
    if (!person) throw new Error('an access token for nobody');
    const { jti, iat, exp, iss } = parts.payload;
    const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
    parts.header = { typ: 'JWT' };
    parts.payload = {
      ...{
        exp,
        iat,
        jti,
        iss,
        aud: [audience, realmContract.brokerClient],
        typ: 'Bearer',
        azp: token.clientId,
        sid: (code ?? refresh)?.sid,
        acr: '1',
        scope,
      },
      ...profileClaims(person),
      ...membershipClaims(person),
    };
  };
}
