// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { realmContract } from '#platform/access/realm-contract.js';
import { accessTokenClaims } from '#platform/access/token-verifier.js';
import { type ExamplePerson, readPeople } from '../../apps/sign-in/people.js';
import { createSignIn, type SignIn } from '../../apps/sign-in/sign-in.js';
import { PlainBrowser } from '../support/plain-browser.js';
import { newColleague } from './support/people.js';
import { tokensFor } from './support/sign-in.js';
import { describeSso } from './support/sso.js';

const read = Object.keys(accessTokenClaims.entries);
type Shape = Record<string, string>;

/** What the hub reads of a token: each claim with the form of its value. */
function shape(token: string): Shape {
  const claims = Object.entries<unknown>(decodeJwt(token)).filter(([name]) => read.includes(name));
  return Object.fromEntries<string>(claims.map(([name, value]): [string, string] => [name, form(value)]).sort());
}

function form(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(form))].join()}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.values(value).map(form).join()}}`;
  return typeof value;
}

describeSso('the development sign-in and the realm', (sso) => {
  const origin = 'http://127.0.0.1:9';
  let folder: string;
  let signIn: SignIn;
  let people: ExamplePerson[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
    people = await readPeople(join(process.cwd(), 'apps/local/examples'));
    const client = { id: realmContract.webClient, secret: 'only-for-this-test', origin };
    signIn = await createSignIn({
      port: 0,
      dataDirectory: folder,
      people,
      client,
      audience: realmContract.audience,
      cityName: 'Hellbrück',
    });
  });

  afterAll(async () => {
    await signIn.close();
    await rm(folder, { recursive: true });
  });

  async function developmentTokens(): Promise<oidc.TokenEndpointResponse> {
    const person = people.find(({ mail, department, groupRoles }) => mail && department && groupRoles.length === 0);
    const execute = [oidc.allowInsecureRequests];
    const client = await oidc.discovery(new URL(signIn.issuer), realmContract.webClient, {}, oidc.ClientSecretBasic('only-for-this-test'), {
      execute,
    });
    const [state, verifier] = [oidc.randomState(), oidc.randomPKCECodeVerifier()];
    const begin = oidc.buildAuthorizationUrl(client, {
      ...{ redirect_uri: `${origin}${realmContract.hub.callback}`, scope: realmContract.scope, state, login_hint: person?.username ?? '' },
      ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    const back = await new PlainBrowser().follow(begin);
    return oidc.authorizationCodeGrant(client, back, { expectedState: state, pkceCodeVerifier: verifier });
  }

  it('say the same of an employee, claim by claim, in the access token and in the ID token', async () => {
    const who = await newColleague(sso, 'stadtwerke', { groups: ['author'], department: ['licht'] });
    const [real, imitated] = [await tokensFor(sso, who), await developmentTokens()];
    expect(shape(imitated.access_token)).toEqual(shape(real.access_token));
    expect(decodeProtectedHeader(imitated.access_token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    expect(decodeProtectedHeader(real.access_token)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
    const ofTheHub = ['sub', 'sid', 'name', 'preferred_username', 'email', 'email_verified', 'typ', 'azp'];
    const named = (token = ''): string[] =>
      Object.keys(decodeJwt(token))
        .filter((name) => ofTheHub.includes(name))
        .sort();
    expect(named(imitated.id_token)).toEqual(named(real.id_token));
  });

  it('have the same addresses', async () => {
    const addresses = async (issuer: string): Promise<unknown> => {
      const found = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>;
      const names = [
        'authorization_endpoint',
        'token_endpoint',
        'jwks_uri',
        'userinfo_endpoint',
        'end_session_endpoint',
        'revocation_endpoint',
      ];
      return names.map((name) => found[name]?.replace(issuer, ''));
    };
    expect(await addresses(signIn.issuer)).toEqual(await addresses(sso.issuer));
  });
});
