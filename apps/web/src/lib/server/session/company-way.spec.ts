// SPDX-License-Identifier: EUPL-1.2
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '../../../../../sign-in/identifiers.js';
import { PlainBrowser } from '../../../../../../test/support/plain-browser.js';
import { away, useHub, welcomeFrom } from '../../../../test/session-hub.ts';

const hub = useHub();

const isRealm = (url: URL | null) => url?.href.startsWith(hub.signIn.issuer);

/** Through the realm once, as a person of the company: what a live session at the company's own provider is. */
async function signedInAtCompany(username: string, provider: string): Promise<PlainBrowser> {
  hub.apiSays = welcomeFrom(provider, null);
  return hub.signInAs(username);
}

describe('the link in a company’s intranet', () => {
  beforeEach(() => {
    hub.apiSays = welcomeFrom('wohnbau', null);
  });

  it('names the company’s provider to the realm and remembers the company on this device', async () => {
    const browser = new PlainBrowser();
    const begun = await browser.get(hub.at('/s/wohnbau?to=/probe'));
    expect(isRealm(begun.to)).toBe(true);
    expect(begun.to?.searchParams.get('kc_idp_hint')).toBe('wohnbau');
    expect(browser.cookie('organisation')).toBe('wohnbau');
    const next = await browser.get(hub.at('/auth/sign-in?to=/probe'));
    expect(next.to?.searchParams.get('kc_idp_hint')).toBe('wohnbau');
  });

  it('shows no page in between to who is signed in at the company, and leads to the page, umlauts and & intact', async () => {
    const browser = await signedInAtCompany('lea.hartwig', 'wohnbau');
    browser.forget('session');
    const to = `/probe?q=straße&topic=${encodeURIComponent('gärten & parks')}`;
    const { url } = await browser.travel(hub.at(`/s/wohnbau?to=${encodeURIComponent(to)}`));
    expect(url.pathname).toBe('/probe');
    expect(Object.fromEntries(url.searchParams)).toEqual({ q: 'straße', topic: 'gärten & parks' });
    expect((await hub.look(browser)).signedIn).toBe(true);
  });

  it('goes straight on for somebody of that company, and asks the realm again for somebody of another', async () => {
    const browser = await signedInAtCompany('lea.hartwig', 'wohnbau');
    expect((await browser.get(hub.at('/s/wohnbau?to=/probe'))).to?.pathname).toBe('/probe');
    const other = await browser.get(hub.at('/s/stadtwerke?to=/probe'));
    expect(other.to?.searchParams.get('kc_idp_hint')).toBe('stadtwerke');
    const page = await browser.travel(other.to ?? hub.at('/'));
    expect(page.text).not.toContain('Lea Hartwig');
  });

  it('names no provider for a company that has none', async () => {
    const begun = await new PlainBrowser().get(hub.at('/s/baeder'));
    expect([isRealm(begun.to), begun.to?.searchParams.has('kc_idp_hint')]).toEqual([true, false]);
  });

  it.each(['nobody', "wohnbau'--", 'WOHNBAU'])('asks who comes from %s where they sign in, and keeps the page', async (company) => {
    const { to } = await new PlainBrowser().get(hub.at(`/s/${company}?to=/probe`));
    expect((to?.pathname ?? '') + (to?.search ?? '')).toBe('/anmelden?to=%2Fprobe&unbekannt=1');
  });

  it.each(['//evil.example', '/\\evil.example', '@evil.example', 'javascript:alert(1)', '/%2f/evil.example', '/x\r\nset-cookie: a=b'])(
    'never follows %j',
    async (wish) => {
      const browser = await signedInAtCompany('lea.hartwig', 'wohnbau');
      const { to } = await browser.get(hub.at(`/s/wohnbau?to=${encodeURIComponent(wish)}`));
      expect(String(to)).toBe(String(hub.at('/')));
    },
  );

  it('says when to try again while the API is away', async () => {
    hub.apiSays = away;
    const { status, headers } = await new PlainBrowser().get(hub.at('/s/wohnbau'));
    expect([status, headers['retry-after']]).toEqual([503, '30']);
  });
});

describe('the sign-in page', () => {
  it('asks who comes without a company, and says so when a link named one that is none', async () => {
    const { to } = await new PlainBrowser().get(hub.at('/auth/sign-in?to=/probe'));
    expect(to?.pathname).toBe('/anmelden');
    const page = await new PlainBrowser().get(hub.at('/anmelden?to=/probe&unbekannt=1'));
    expect(JSON.parse(page.text)).toMatchObject({ to: '/probe', unknownCompany: true, remembered: null });
  });

  it('takes a mail address to the company of its domain, with the address, and remembers the company', async () => {
    const browser = new PlainBrowser();
    const mail = 'lea.hartwig@wohnbau.example';
    const page = await browser.post(hub.at('/anmelden?to=/probe'), { mail }, { origin: hub.web.origin });
    const address = new URL((JSON.parse(page.text) as { continueAt: string }).continueAt);
    expect(address.searchParams.get('kc_idp_hint')).toBe('wohnbau');
    expect(address.searchParams.get('login_hint')).toBe(mail);
    expect(browser.cookie('organisation')).toBe('wohnbau');
    expect((await browser.travel(address)).url.pathname).toBe('/probe');
    expect(decodeJwt((await hub.look(browser)).token ?? '').sub).toBe(subjectOf('lea.hartwig'));
  });

  it.each(['', 'lea', '@', 'lea@', '@wohnbau.example', 'lea hartwig@wohnbau.example', `${'x'.repeat(300)}@wohnbau.example`])(
    'asks again for %j, and keeps what was typed',
    async (mail) => {
      const page = await new PlainBrowser().post(hub.at('/anmelden'), { mail }, { origin: hub.web.origin });
      expect(JSON.parse(page.text)).toMatchObject({ data: { mail: mail.slice(0, 254), wrong: 'not-one' } });
    },
  );

  it('takes no address from a page elsewhere', async () => {
    const mail = 'lea.hartwig@wohnbau.example';
    expect((await new PlainBrowser().post(hub.at('/anmelden'), { mail }, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('offers what the device chose last, and all of it to who wants another', async () => {
    const browser = new PlainBrowser();
    await browser.get(hub.at('/s/stadtwerke'));
    const shown = async (path: string) => (JSON.parse((await browser.get(hub.at(path))).text) as { remembered: object | null }).remembered;
    expect(await shown('/anmelden')).toMatchObject({ slug: 'stadtwerke' });
    expect(await shown('/anmelden?andere=1')).toBeNull();
    await browser.get(hub.at('/auth/sign-in?account=1'));
    expect(JSON.parse((await browser.get(hub.at('/anmelden'))).text)).toMatchObject({ remembered: null, ownAccount: true });
  });

  it('forgets a company that is gone', async () => {
    const browser = new PlainBrowser();
    browser.put('organisation', 'no-more');
    expect((await browser.get(hub.at('/auth/sign-in?to=/probe'))).to?.pathname).toBe('/anmelden');
  });
});
