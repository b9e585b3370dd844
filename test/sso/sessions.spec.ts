// SPDX-License-Identifier: EUPL-1.2
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { expect, it } from 'vitest';
import { realmContract } from '#platform/access/realm-contract.js';
import { Client } from '../support/client.js';
import { adminOf } from './support/admin.js';
import { HubBrowser } from './support/hub-browser.js';
import { changeColleague, type Colleague, newColleague } from './support/people.js';
import { signIn, webClient } from './support/sign-in.js';
import { describeSso } from './support/sso.js';
import { viewerOf } from './support/viewer.js';

const seconds = { timeout: 10_000, interval: 100 };

describeSso('a session', (sso) => {
  const admin = adminOf(sso);

  const companySessions = async ({ company, id }: Colleague): Promise<number> =>
    (await admin.get<unknown[]>(`/${company}/users/${id}/sessions`)).length;

  /** The account that the realm made for somebody. */
  async function accountOf(who: Colleague): Promise<string> {
    const [found] = await admin.get<{ id: string }[]>(`/${realmContract.name}/users?idpAlias=${who.company}&idpUserId=${who.id}`);
    return found?.id ?? '';
  }

  const realmSessions = async (who: Colleague): Promise<number> =>
    (await admin.get<unknown[]>(`/${realmContract.name}/users/${await accountOf(who)}/sessions`)).length;

  it('ends here, at the realm and at the company when somebody signs out here', async () => {
    const who = await newColleague(sso, 'stadtwerke');
    const browser = new HubBrowser(sso, who);
    const { url } = await browser.signIn('/wissen?q=Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F');
    expect(url.href).toBe(`${sso.hub}/wissen?q=Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F`);
    expect(await browser.isSignedIn()).toBe(true);
    expect([await realmSessions(who), await companySessions(who)]).toEqual([1, 1]);
    expect((await browser.signOut()).url.href).toBe(`${sso.hub}/`);
    expect(await browser.isSignedIn()).toBe(false);
    expect([await realmSessions(who), await companySessions(who)]).toEqual([0, 0]);
  });

  it('ends within seconds when the company ends its own', async () => {
    const who = await newColleague(sso, 'stadtwerke');
    const browser = new HubBrowser(sso, who);
    await browser.signIn();
    const [session] = await admin.get<{ id: string }[]>(`/${who.company}/users/${who.id}/sessions`);
    await admin.change('DELETE', `/${who.company}/sessions/${session?.id}`);
    await expect.poll(() => browser.isSignedIn(), seconds).toBe(false);
  });

  it('ends within seconds when the realm ends it, in every browser of that person and in no other', async () => {
    const [who, other] = [await newColleague(sso, 'stadtwerke'), await newColleague(sso, 'klinikum')];
    const browsers = [new HubBrowser(sso, who), new HubBrowser(sso, who), new HubBrowser(sso, other)];
    for (const browser of browsers) await browser.signIn();
    await admin.change('POST', `/${realmContract.name}/users/${await accountOf(who)}/logout`);
    await expect.poll(() => Promise.all(browsers.map((browser) => browser.isSignedIn())), seconds).toEqual([false, false, true]);
  });

  it('goes on for both of two tabs that renew it at the same moment', async () => {
    const who = await newColleague(sso, 'wohnbau');
    const browser = new HubBrowser(sso, who);
    await setLifespan(40);
    await browser.signIn();
    await setLifespan(realmContract.lifetime.accessToken);
    // A token is renewed 45 seconds before its end, so this one is due at once: of these pages all want a new one.
    expect(await Promise.all(Array.from({ length: 6 }, () => browser.isSignedIn()))).toEqual(Array.from({ length: 6 }, () => true));
    expect(await browser.isSignedIn()).toBe(true);
  });

  it('brings today’s roles with the next round to the company; an older refresh token then says them too', async () => {
    const who = await newColleague(sso, 'stadtwerke', { groups: ['author', 'editor'] });
    const { tokens, browser } = await signIn(sso, who);
    await changeColleague(sso, who, { groups: ['author'] });
    await signIn(sso, who, browser);
    const renewed = await oidc.refreshTokenGrant(await webClient(sso), tokens.refresh_token ?? '');
    expect(decodeJwt(renewed.access_token)['company_roles']).toEqual(['author']);
    expect(await viewerOf(new Client(sso.api, renewed.access_token))).toMatchObject({ memberships: [{ roles: ['AUTHOR', 'EMPLOYEE'] }] });
  });

  it('is over for whoever uses a refresh token a second time', async () => {
    const { tokens } = await signIn(sso, await newColleague(sso, 'wohnbau'));
    const client = await webClient(sso);
    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '');
    await expect(oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(oidc.refreshTokenGrant(client, renewed.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('can be asked about at the company through the stored token, until the person is disabled there', async () => {
    // Keycloak asks there only when the company's own token has ended.
    await setLifespan(2, 'wohnbau');
    const who = await newColleague(sso, 'wohnbau');
    const { tokens } = await signIn(sso, who);
    const ask = (): Promise<Response> =>
      fetch(`${sso.issuer}/broker/${who.company}/token`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect((await ask()).status).toBe(200);
    const account = await admin.get<object>(`/${who.company}/users/${who.id}`);
    await admin.change('PUT', `/${who.company}/users/${who.id}`, { ...account, enabled: false });
    await expect.poll(async () => (await ask()).status, seconds).toBeGreaterThanOrEqual(400);
    await setLifespan(300, 'wohnbau');
  });

  async function setLifespan(accessTokenLifespan: number, name: string = realmContract.name): Promise<void> {
    const realm = await admin.get<object>(`/${name}`);
    await admin.change('PUT', `/${name}`, { ...realm, accessTokenLifespan });
  }
});
