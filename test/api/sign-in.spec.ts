// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationIdOf, subjectOf } from '../../apps/sign-in/identifiers.js';
import { readPeople, recommended, type ExamplePerson } from '../../apps/sign-in/people.js';
import { createSignIn, type SignIn, type SignInOptions } from '../../apps/sign-in/sign-in.js';
import { PlainBrowser } from '../support/plain-browser.js';

let people: ExamplePerson[];
let folder: string;
let web: Server;
let origin: string;
const told: string[] = [];

/** Stands in for the web app where only its back-channel address matters. */
async function listenAsWeb(): Promise<void> {
  web = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (request.url === '/auth/back-channel-logout') told.push(new URLSearchParams(body).get('logout_token') ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const options = (changes: Partial<SignInOptions> = {}): SignInOptions => ({
  port: 0,
  dataDirectory: folder,
  people,
  client: { id: 'konzern-stadt-web', secret: 'only-for-this-test', origin },
  audience: 'konzern-stadt-api',
  cityName: 'Hellbrück',
  ...changes,
});

beforeAll(async () => {
  people = await readPeople(join(import.meta.dirname, '../../apps/local/examples'));
  folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  await listenAsWeb();
});

afterAll(async () => {
  web.close();
  await rm(folder, { recursive: true });
});

describe('development sign-in', () => {
  let signIn: SignIn;
  let client: oidc.Configuration;

  beforeAll(async () => {
    signIn = await createSignIn(options());
    client = await oidc.discovery(new URL(signIn.issuer), 'konzern-stadt-web', {}, oidc.ClientSecretBasic('only-for-this-test'), {
      execute: [oidc.allowInsecureRequests],
    });
  });

  afterAll(() => signIn.close());

  async function begin(extra: Record<string, string> = {}) {
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(client, {
      redirect_uri: `${origin}/auth/callback`,
      scope: 'openid organization:*',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...extra,
    });
    return { url, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true } };
  }

  async function signInAs(username: string, browser = new PlainBrowser(), extra: Record<string, string> = {}) {
    const { url, checks } = await begin({ login_hint: username, ...extra });
    const callback = await browser.follow(url);
    return { callback, checks, tokens: await oidc.authorizationCodeGrant(client, callback, checks), browser };
  }

  it("has Keycloak's addresses", () => {
    const { issuer } = signIn;
    expect(client.serverMetadata()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
      token_endpoint: `${issuer}/protocol/openid-connect/token`,
      jwks_uri: `${issuer}/protocol/openid-connect/certs`,
      userinfo_endpoint: `${issuer}/protocol/openid-connect/userinfo`,
      end_session_endpoint: `${issuer}/protocol/openid-connect/logout`,
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    });
  });

  it("gives an access token like the realm's", async () => {
    const { tokens } = await signInAs('aylin.demirtas');
    const keys = createRemoteJWKSet(new URL(`${signIn.issuer}/protocol/openid-connect/certs`));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, keys, { issuer: signIn.issuer, algorithms: ['RS256'] });
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
    expect(payload).toEqual({
      iss: signIn.issuer,
      aud: ['konzern-stadt-api', 'broker'],
      azp: 'konzern-stadt-web',
      typ: 'Bearer',
      sub: subjectOf('aylin.demirtas'),
      sid: tokens.claims()?.['sid'],
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: (payload.iat ?? 0) + 300,
      acr: '1',
      scope: 'openid organization:*',
      realm_access: { roles: ['office'] },
      organization: { verwaltung: { id: organizationIdOf('verwaltung') } },
      identity_provider: 'verwaltung',
      company_roles: ['verwaltung:employee', 'verwaltung:author', 'verwaltung:editor'],
      department: ['verwaltung:koordinierungsstelle'],
      name: 'Aylin Demirtaş',
      preferred_username: 'aylin.demirtas',
      email: 'aylin.demirtas@stadt-hellbrueck.example',
      email_verified: true,
    });
    expect(payload['sid']).toEqual(expect.any(String));
  });

  it('gives an ID token that no API takes for an access token', async () => {
    const { tokens } = await signInAs('lea.hartwig');
    expect(tokens.claims()).toMatchObject({ typ: 'ID', aud: 'konzern-stadt-web', name: 'Lea Hartwig', preferred_username: 'lea.hartwig' });
  });

  it('gives a guest no company, and no address to who has none', async () => {
    const guest = decodeJwt((await signInAs('ruth.albrecht')).tokens.access_token);
    expect(Object.keys(guest)).not.toEqual(expect.arrayContaining(['organization']));
    expect(guest).not.toHaveProperty('company_roles');
    const withoutAddress = decodeJwt((await signInAs('ingo.pallasch')).tokens.access_token);
    expect(withoutAddress).toMatchObject({ email_verified: false });
    expect(withoutAddress).not.toHaveProperty('email');
  });

  it('shows a page to choose from, in both languages, and signs in who was chosen', async () => {
    const browser = new PlainBrowser();
    const { url, checks } = await begin();
    const page = await browser.open(url);
    expect(page.text).toContain('<html lang="de">');
    for (const { name } of people) expect(page.text).toContain(name);
    for (const username of recommended) expect(page.text.split(`value="${username}"`)).toHaveLength(3);
    expect((await browser.open(new URL('?lang=en', page.url))).text).toContain('Sign in');
    const callback = await browser.submit(page.url, { username: 'piotr.nowicki' });
    const tokens = await oidc.authorizationCodeGrant(client, callback, checks);
    expect(tokens.claims()?.sub).toBe(subjectOf('piotr.nowicki'));
  });

  it('says so when there is no such person, and keeps the page', async () => {
    const browser = new PlainBrowser();
    const page = await browser.open((await begin({ login_hint: 'nobody' })).url);
    expect(page.text).toContain('Diese Person gibt es hier nicht');
    expect(page.text).toContain('Lea Hartwig');
  });

  it('escapes what comes from outside', async () => {
    const page = await new PlainBrowser().open((await begin({ login_hint: '"><script>alert(1)</script>', ui_locales: '"><i>' })).url);
    expect(page.text).not.toMatch(/<script>|<i>/);
  });

  it('lets a second sign-in through without a question, and switches person without JavaScript', async () => {
    const browser = new PlainBrowser();
    const { tokens: first } = await signInAs('lea.hartwig', browser);
    const again = await begin();
    const silent = await oidc.authorizationCodeGrant(client, await browser.follow(again.url), again.checks);
    expect(silent.claims()?.sub).toBe(subjectOf('lea.hartwig'));
    told.length = 0;
    const { tokens: second } = await signInAs('mirjam.osterkamp', browser, { prompt: 'login' });
    expect(second.claims()?.sub).toBe(subjectOf('mirjam.osterkamp'));
    expect(told.map((token) => decodeJwt(token)['sid'])).toEqual([first.claims()?.['sid']]);
  });

  it('refuses a forged state, a forged nonce, another verifier and a code used twice', async () => {
    const { callback, checks } = await signInAs('lea.hartwig');
    const fresh = async () => {
      const started = await begin({ login_hint: 'lea.hartwig' });
      return { callback: await new PlainBrowser().follow(started.url), checks: started.checks };
    };
    await expect(oidc.authorizationCodeGrant(client, callback, checks)).rejects.toMatchObject({ error: 'invalid_grant' });
    for (const forged of [{ expectedState: 'forged' }, { expectedNonce: 'forged' }, { pkceCodeVerifier: oidc.randomPKCECodeVerifier() }]) {
      const attempt = await fresh();
      await expect(oidc.authorizationCodeGrant(client, attempt.callback, { ...attempt.checks, ...forged })).rejects.toThrow();
    }
  });

  it('refuses to begin without PKCE or with a foreign return address', async () => {
    const { url } = await begin({ login_hint: 'lea.hartwig' });
    const plain = new URL(url);
    plain.searchParams.delete('code_challenge');
    plain.searchParams.delete('code_challenge_method');
    expect((await new PlainBrowser().follow(plain)).searchParams.get('error')).toBe('invalid_request');
    url.searchParams.set('redirect_uri', 'https://elsewhere.example/');
    expect((await new PlainBrowser().open(url)).status).toBe(400);
  });

  it('rotates refresh tokens; one used twice ends the newer one too', async () => {
    const { tokens } = await signInAs('lea.hartwig');
    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '');
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect(decodeJwt(renewed.access_token)).toMatchObject({ sid: tokens.claims()?.['sid'], typ: 'Bearer' });
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(oidc.refreshTokenGrant(client, renewed.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('answers userinfo to the access token, not to the ID token', async () => {
    const { tokens } = await signInAs('lea.hartwig');
    expect(await oidc.fetchUserInfo(client, tokens.access_token, subjectOf('lea.hartwig'))).toMatchObject({
      company_roles: expect.any(Array),
    });
    await expect(oidc.fetchUserInfo(client, tokens.id_token ?? '', oidc.skipSubjectCheck)).rejects.toThrow();
  });

  describe('signing out', () => {
    const endSession = (hint: string, to = `${origin}/`) =>
      oidc.buildEndSessionUrl(client, { id_token_hint: hint, post_logout_redirect_uri: to, state: 'back' });

    it('ends the session, tells the web app and comes back, without a question', async () => {
      const { tokens, browser } = await signInAs('lea.hartwig');
      told.length = 0;
      expect(String(await browser.follow(endSession(tokens.id_token ?? '')))).toBe(`${origin}/?state=back`);
      expect(told).toHaveLength(1);
      expect(decodeProtectedHeader(told[0] ?? '')).toMatchObject({ typ: 'logout+jwt', alg: 'RS256' });
      expect(decodeJwt(told[0] ?? '')).toMatchObject({
        iss: signIn.issuer,
        aud: 'konzern-stadt-web',
        sub: subjectOf('lea.hartwig'),
        sid: tokens.claims()?.['sid'],
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      });
      await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
      expect((await browser.open((await begin()).url)).text).toContain('Wählen Sie eine Person');
    });

    it('asks when the hint is missing, and comes back at once when nobody is signed in', async () => {
      const { tokens, browser } = await signInAs('lea.hartwig');
      const bare = new URL(`${signIn.issuer}/protocol/openid-connect/logout`);
      const page = await browser.open(bare);
      expect(page.text).toContain('Abmelden');
      expect(String(await browser.submit(page.url, { confirmed: '1' }))).toBe(`${origin}/`);
      expect(String(await new PlainBrowser().follow(endSession(tokens.id_token ?? '')))).toBe(`${origin}/?state=back`);
    });

    it('goes nowhere else, and believes no other token', async () => {
      const { tokens, browser } = await signInAs('lea.hartwig');
      const [header, payload] = (tokens.id_token ?? '').split('.');
      for (const url of [
        endSession(tokens.id_token ?? '', 'https://elsewhere.example/'),
        endSession(tokens.access_token),
        endSession(`${header}.${payload}.AAAA`),
      ]) {
        expect((await browser.open(url)).status).toBe(400);
      }
      await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '');
    });
  });

  it('answers readiness, and no name but loopback', async () => {
    const { port } = new URL(signIn.issuer);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    const page = await new PlainBrowser().get(new URL(`http://127.0.0.1:${port}/health/ready`), { host: 'evil.example' });
    expect(page.status).toBe(421);
  });

  it('goes on after a restart: tokens verify, sessions and refresh tokens live', async () => {
    const { tokens, browser } = await signInAs('lea.hartwig');
    await signIn.close();
    signIn = await createSignIn(options({ port: Number(new URL(signIn.issuer).port) }));
    const keys = createRemoteJWKSet(new URL(`${signIn.issuer}/protocol/openid-connect/certs`));
    await jwtVerify(tokens.access_token, keys);
    const { url, checks } = await begin();
    const silent = await oidc.authorizationCodeGrant(client, await browser.follow(url), checks);
    expect(silent.claims()?.sub).toBe(subjectOf('lea.hartwig'));
    await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '');
  });

  it('keeps its key to itself', async () => {
    const path = join(folder, 'signing-keys.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const published = await (await fetch(`${signIn.issuer}/protocol/openid-connect/certs`)).text();
    expect(published).not.toContain(JSON.parse(await readFile(path, 'utf8')).keys[0].d);
  });
});

describe('where the development sign-in refuses to run', () => {
  it.each<[string, Partial<SignInOptions>, RegExp]>([
    ['in production', { nodeEnv: 'production' }, /NODE_ENV=production/],
    ['on every address', { host: '0.0.0.0' }, /loopback only, not on "0\.0\.0\.0"/],
    ['on a name that begins like loopback', { host: 'localhost.example' }, /loopback only/],
    ['for a public web app', { client: { id: 'w', secret: 's', origin: 'https://hub.stadt.example' } }, /ORIGIN is "https:\/\/hub/],
  ])('%s', async (_, changes, sentence) => {
    await expect(createSignIn(options(changes))).rejects.toThrow(sentence);
  });

  it('on a port that is taken', async () => {
    const first = await createSignIn(options());
    const port = Number(new URL(first.issuer).port);
    await expect(createSignIn(options({ port }))).rejects.toThrow(`Port ${port} is taken`);
    await first.close();
  });
});
