// SPDX-License-Identifier: EUPL-1.2
import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { SigningKeys } from '#platform/access/signing-keys.js';
import { KeycloakTokenVerifier } from '#platform/access/token-verifier.keycloak.js';
import { realmContract } from '#platform/access/realm-contract.js';
import { Client } from '../support/client.js';
import { adminOf } from './support/admin.js';
import { type Colleague, newColleague } from './support/people.js';
import { signIn, tokensFor } from './support/sign-in.js';
import { describeSso } from './support/sso.js';

type Claims = Record<string, unknown>;

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string];

describeSso('the API, asked with tokens of the real server,', (sso) => {
  let who: Colleague;
  let good: string;
  let idToken: string;
  let refresh: string;
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  beforeAll(async () => {
    who = await newColleague(sso, 'stadtwerke', { groups: ['author'] });
    const { tokens } = await signIn(sso, who);
    good = tokens.access_token;
    idToken = tokens.id_token ?? '';
    refresh = tokens.refresh_token ?? '';
  });

  /** How the API takes it: the status of a query that anybody signed in may ask. */
  const status = async (token: string): Promise<number> =>
    (await new Client(sso.api, token).send('query { viewer { person { id } } }')).status;

  /** The good token with other claims or header, signed by somebody else. */
  function forged(claims: Claims = {}, header: Claims = {}): string {
    const text = `${encode({ ...decodeProtectedHeader(good), ...header })}.${encode({ ...decodeJwt(good), ...claims })}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), stranger.privateKey).toString('base64url')}`;
  }

  async function publicPem(): Promise<string> {
    const { keys } = (await (await fetch(`${sso.issuer}/protocol/openid-connect/certs`)).json()) as {
      keys: (JsonWebKey & { kid: string })[];
    };
    const key = keys.find(({ kid }) => kid === decodeProtectedHeader(good).kid);
    return createPublicKey({ key: key ?? {}, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  async function symmetric(): Promise<string> {
    const text = `${encode({ ...decodeProtectedHeader(good), alg: 'HS256' })}.${parts(good)[1]}`;
    return `${text}.${createHmac('sha256', await publicPem())
      .update(text)
      .digest('base64url')}`;
  }

  function elliptic(): string {
    const text = `${encode({ ...decodeProtectedHeader(good), alg: 'ES256' })}.${parts(good)[1]}`;
    return `${text}.${sign('SHA256', Buffer.from(text), { key: curve.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  /** A token this server really gives, to another client or in another realm. */
  async function passwordToken(realm: string, client: Claims): Promise<string> {
    const admin = adminOf(sso);
    const clientId = `other-${randomUUID().slice(0, 8)}`;
    const username = `local-${randomUUID().slice(0, 8)}`;
    await admin.change('POST', `/${realm}/clients`, { clientId, secret: 's', directAccessGrantsEnabled: true, ...client });
    const credentials = [{ type: 'password', value: 'Ein-langes-Kennwort', temporary: false }];
    await admin.change('POST', `/${realm}/users`, {
      username,
      enabled: true,
      credentials,
      firstName: 'A',
      lastName: 'B',
      email: `${username}@x.example`,
    });
    const body = new URLSearchParams({
      grant_type: 'password',
      client_id: clientId,
      client_secret: 's',
      username,
      password: 'Ein-langes-Kennwort',
      scope: 'openid',
    });
    const response = await fetch(`${sso.keycloak}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (!token) throw new Error(`no token of ${realm}`);
    return token;
  }

  const withAudience = {
    protocolMappers: [
      {
        ...{ name: 'audience', protocol: 'openid-connect', protocolMapper: 'oidc-audience-mapper' },
        config: { 'included.custom.audience': realmContract.audience, 'access.token.claim': 'true' },
      },
    ],
  };

  it('accepts the one of the web client', async () => expect(await status(good)).toBe(200));

  it.each<[string, () => string | Promise<string>]>([
    ['an ID token', () => idToken],
    ['a refresh token', () => refresh],
    ['a token of another realm with our audience', () => passwordToken('stadtwerke', withAudience)],
    ['a changed claim', () => `${parts(good)[0]}.${encode({ ...decodeJwt(good), company_roles: ['admin'] })}.${parts(good)[2]}`],
    ['no algorithm', () => `${encode({ ...decodeProtectedHeader(good), alg: 'none' })}.${parts(good)[1]}.`],
    ['HS256 with the public key for a secret', symmetric],
    ['ES256', elliptic],
    ["a stranger's signature", () => forged()],
    ["a stranger's key brought along", () => forged({}, { jwk: stranger.publicKey.export({ format: 'jwk' }) })],
    ["a stranger's key by address", () => forged({}, { jku: 'http://127.0.0.1:9/keys' })],
    ['an unknown key id', () => forged({}, { kid: 'invented' })],
    ['no signature', () => parts(good).slice(0, 2).join('.')],
  ])('refuses %s', async (_, make) => {
    expect(await status(await make())).toBe(401);
  });

  it('refuses a token for another client of the realm, with our audience or without', async () => {
    const admin = adminOf(sso);
    const flow = await admin.get<{ id: string; alias: string }[]>(`/${realmContract.name}/authentication/flows`);
    const directGrant = flow.find(({ alias }) => alias === 'direct grant')?.id ?? '';
    const override = { authenticationFlowBindingOverrides: { direct_grant: directGrant } };
    expect(await status(await passwordToken(realmContract.name, override))).toBe(401);
    expect(await status(await passwordToken(realmContract.name, { ...override, ...withAudience }))).toBe(401);
  });

  it('refuses ES256 also when the realm itself signs with it, by decision (docs/decisions)', async () => {
    const admin = adminOf(sso);
    await admin.change('POST', `/${realmContract.name}/components`, {
      ...{ name: 'es256', providerId: 'ecdsa-generated', providerType: 'org.keycloak.keys.KeyProvider' },
      config: { priority: ['10'], enabled: ['true'], active: ['true'], ecdsaEllipticCurveKey: ['P-256'] },
    });
    await setWebClient((client) => ({ ...client, attributes: { ...client.attributes, 'access.token.signed.response.alg': 'ES256' } }));
    const { access_token: token } = await tokensFor(sso, who);
    await setWebClient((client) => ({ ...client, attributes: { ...client.attributes, 'access.token.signed.response.alg': 'RS256' } }));
    expect(decodeProtectedHeader(token).alg).toBe('ES256');
    expect(await status(token)).toBe(401);
  });

  it('goes through a rotation of keys without a refused request, and believes old tokens while their key is published', async () => {
    const before = decodeProtectedHeader(good).kid;
    await adminOf(sso).change('POST', `/${realmContract.name}/components`, {
      ...{ name: 'next', providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider' },
      config: { priority: ['200'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] },
    });
    const { access_token: token } = await tokensFor(sso, who);
    expect(decodeProtectedHeader(token).kid).not.toBe(before);
    expect(await status(token)).toBe(200);
    expect(await status(good)).toBe(200);
    await withdraw('next');
  });

  it('asks the realm for its keys twice at most while a flood of invented key ids comes', async () => {
    let asked = 0;
    const counting: typeof fetch = (...args) => {
      asked += 1;
      return fetch(...args);
    };
    const keys = new SigningKeys({ url: `${sso.issuer}/protocol/openid-connect/certs`, fetch: counting });
    const { audience, webClient } = realmContract;
    const verifier = new KeycloakTokenVerifier({ issuer: sso.issuer, audience, authorizedParties: [webClient], keys });
    await verifier.verify(good);
    const flood = Array.from({ length: 300 }, (_, number) =>
      verifier.verify(forged({}, { kid: `invented-${number}` })).catch(() => 'refused'),
    );
    expect(new Set(await Promise.all(flood))).toEqual(new Set(['refused']));
    expect(asked).toBeLessThanOrEqual(2);
    expect(await verifier.verify(good)).toMatchObject({ sub: decodeJwt(good).sub });
  });

  /** A company with SAML knows our key from the metadata it was given, so the old one has to sign again for the tests after this. */
  async function withdraw(name: string): Promise<void> {
    const admin = adminOf(sso);
    const [found] = await admin.get<{ id: string }[]>(`/${realmContract.name}/components?name=${name}`);
    await admin.change('DELETE', `/${realmContract.name}/components/${found?.id}`);
  }

  interface WebClient {
    id: string;
    attributes: Record<string, string>;
  }

  async function setWebClient(change: (client: WebClient) => WebClient): Promise<void> {
    const admin = adminOf(sso);
    const [client] = await admin.get<WebClient[]>(`/${realmContract.name}/clients?clientId=${realmContract.webClient}`);
    if (!client) throw new Error('no web client');
    await admin.change('PUT', `/${realmContract.name}/clients/${client.id}`, change(client));
  }
});
