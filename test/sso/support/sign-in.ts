// SPDX-License-Identifier: EUPL-1.2
import * as oidc from 'openid-client';
import { realmContract } from '#platform/access/realm-contract.js';
import { Client } from '../../support/client.js';
import type { Colleague } from './people.js';
import { RealmBrowser } from './realm-browser.js';
import type { RunningSso } from './sso.js';

export interface SignedIn {
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;
  /** Speaks to the API as this person, whom the hub knows by now. */
  client: Client;
  browser: RealmBrowser;
}

const clients = new Map<string, Promise<oidc.Configuration>>();

/** The web app's client at the realm. */
export function webClient({ issuer, clientSecret }: RunningSso): Promise<oidc.Configuration> {
  const known = clients.get(issuer);
  if (known) return known;
  const options = { execute: [oidc.allowInsecureRequests], timeout: 60 };
  const found = oidc.discovery(new URL(issuer), realmContract.webClient, {}, oidc.ClientSecretBasic(clientSecret), options);
  clients.set(issuer, found);
  return found;
}

/** From the company's own sign-in to tokens of the realm, as the web app gets them. */
export async function tokensFor(sso: RunningSso, who: Colleague, browser = new RealmBrowser()): Promise<SignedIn['tokens']> {
  const client = await webClient(sso);
  const callback = `${sso.hub}${realmContract.hub.callback}`;
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const begin = oidc.buildAuthorizationUrl(client, {
    ...{ redirect_uri: callback, scope: realmContract.scope, state, nonce, kc_idp_hint: who.company },
    ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
  });
  const { to, status, url, text } = await browser.travel(begin, who, callback);
  if (!to) throw new Error(`no way back to the hub from ${url.href} (${status}): ${words(text)}`);
  return oidc.authorizationCodeGrant(client, to, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier });
}

/** Signed in at the realm and known to the hub. */
export async function signIn(sso: RunningSso, who: Colleague, browser = new RealmBrowser()): Promise<SignedIn> {
  const tokens = await tokensFor(sso, who, browser);
  const client = new Client(sso.api, tokens.access_token);
  const { signIn: outcome } = await client.request<{ signIn: { personId: string } }>(
    'mutation { signIn { ... on SignedIn { personId } } }',
  );
  client.personId = outcome.personId;
  return { tokens, client, browser };
}

/** What a page says, for a message. */
export function words(html: string): string {
  return html
    .replace(/<(script|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600);
}
