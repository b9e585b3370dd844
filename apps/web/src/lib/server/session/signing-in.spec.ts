// SPDX-License-Identifier: EUPL-1.2
import { decodeJwt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { subjectOf } from '../../../../../sign-in/identifiers.js';
import { PlainBrowser } from '../../../../../../test/support/plain-browser.js';
import { away, locked, useHub } from '../../../../test/session-hub.ts';
import { runningSessions } from './running.ts';

const hub = useHub();

describe('signing in', () => {
  it('comes back to the page one came from, with nothing but a random cookie', async () => {
    const browser = new PlainBrowser();
    const { url, headers } = await browser.travel(hub.at(`/auth/sign-in?person=lea.hartwig&to=${encodeURIComponent('/probe?q=licht')}`));
    expect(url.pathname + url.search).toBe('/probe?q=licht');
    expect(JSON.stringify(headers)).not.toMatch(/eyJ/);
    const { signedIn, token } = await hub.look(browser);
    expect(signedIn).toBe(true);
    expect(decodeJwt(token ?? '').sub).toBe(subjectOf('lea.hartwig'));
    expect(hub.announced).toEqual([`Bearer ${token}`]);
  });

  it('keeps neither the cookie nor a token readable in the table', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const { token } = await hub.look(browser);
    const [row] = await hub.rows<Record<string, unknown>>(
      `to_jsonb(session) || jsonb_build_object('tokens', encode(tokens, 'escape')) as row`,
    );
    const stored = JSON.stringify(row);
    expect(stored).not.toContain(token);
    expect(stored).not.toMatch(/eyJ|lea\.|Lea/);
    expect(stored).not.toContain(browser.cookie('session'));
  });

  it('gives a cookie no script can read, and only for this host where there is https', async () => {
    const browser = new PlainBrowser();
    const begun = await browser.get(hub.at('/auth/sign-in?person=lea.hartwig'));
    expect(begun.headers['set-cookie']?.[0]).toMatch(/^sign-in\.[\w-]{16}=[\w-]+; Path=\/; HttpOnly; SameSite=lax; Max-Age=900$/);
    const secure = hub.secondProcess({ ORIGIN: 'https://hub.stadt.example' });
    const set = vi.fn();
    secure.cookie.set({ set } as never, 'value');
    expect(set).toHaveBeenCalledWith('__Host-session', 'value', { path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
    await secure.close();
  });

  it('gives a new session at every sign-in; the one before ends', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const before = browser.cookie('session');
    await hub.signInAs('mirjam.osterkamp', browser);
    expect(browser.cookie('session')).not.toBe(before);
    expect(await hub.rows('subject')).toEqual([{ subject: subjectOf('mirjam.osterkamp') }]);
  });

  it('takes no session that somebody put into the browser', async () => {
    const browser = new PlainBrowser();
    browser.put('session', 'x'.repeat(43));
    await hub.signInAs('lea.hartwig', browser);
    expect(browser.cookie('session')).not.toBe('x'.repeat(43));
  });

  it('refuses an answer nobody asked for, one of another browser, and one that comes twice', async () => {
    const [mine, other] = [new PlainBrowser(), new PlainBrowser()];
    const answer = await hub.goAndReturn(mine);
    const stolen = await other.open(answer);
    expect([stolen.status, JSON.parse(stolen.text).code]).toEqual([400, 'sign-in-expired']);
    const forged = new URL(answer);
    forged.searchParams.set('state', 'forged');
    expect((await mine.open(forged)).status).toBe(400);
    expect((await mine.get(answer)).status).toBe(303);
    mine.forget('session');
    expect((await mine.open(answer)).status).toBe(400);
    expect(await hub.rows()).toHaveLength(1);
  });

  it('refuses the code of one sign-in in the answer to another', async () => {
    const browser = new PlainBrowser();
    const begin = () => hub.goAndReturn(browser);
    const [first, second] = [await begin(), await begin()];
    const mixed = new URL(first);
    mixed.searchParams.set('code', second.searchParams.get('code') ?? '');
    expect((await browser.open(mixed)).status).toBe(400);
    expect(await hub.rows()).toHaveLength(0);
  });

  it('lets two tabs sign in at the same time', async () => {
    const browser = new PlainBrowser();
    const begin = (to: string) => hub.goAndReturn(browser, to);
    const [first, second] = [await begin('/probe?tab=1'), await begin('/probe?tab=2')];
    expect((await browser.travel(first)).url.search).toBe('?tab=1');
    expect((await browser.travel(second)).url.search).toBe('?tab=2');
    expect(await hub.rows()).toHaveLength(1);
  });

  it('leaves by a page, not a redirect, when it answers a form', async () => {
    const browser = new PlainBrowser();
    const page = await browser.open(hub.at('/auth/sign-in?account=1&to=/probe&form=1'));
    expect(page.status).toBe(200);
    expect((JSON.parse(page.text) as { continueAt: string }).continueAt).toContain(`${hub.signIn.issuer}/protocol/openid-connect/auth?`);
    const redirected = await browser.post(hub.at('/form'), {}, { origin: hub.web.origin });
    expect(redirected.headers.location).toBe('/auth/sign-in?to=/form&form=1');
  });

  it('begins at the public address, where the cookie of the attempt will be needed', async () => {
    const local = hub.at('/auth/sign-in?person=lea.hartwig');
    local.hostname = 'localhost';
    expect(String((await new PlainBrowser().get(local)).to)).toBe(String(hub.at('/auth/sign-in?person=lea.hartwig')));
  });

  it('lets nobody in who is locked', async () => {
    hub.apiSays = locked;
    const page = await new PlainBrowser().travel(hub.at('/auth/sign-in?person=lea.hartwig'));
    expect([page.status, JSON.parse(page.text).code]).toEqual([403, 'person-locked']);
    expect(await hub.rows()).toHaveLength(0);
  });

  it('says "try again" while the API is down', async () => {
    hub.apiSays = away;
    const page = await new PlainBrowser().travel(hub.at('/auth/sign-in?person=lea.hartwig'));
    expect([page.status, JSON.parse(page.text).code]).toEqual([503, 'unavailable']);
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const page = await browser.post(hub.at('/auth/sign-out'), {}, { origin: hub.web.origin });
    expect(page.status).toBe(200);
    expect(browser.cookie('session')).toBeUndefined();
    expect(await hub.rows()).toHaveLength(0);
    const address = /url=([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&#38;', '&') ?? '';
    expect(new URL(address).searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect(String(await browser.follow(new URL(address)))).toBe(`${hub.web.origin}/`);
    const again = await browser.open((await browser.get(hub.at('/auth/sign-in?account=1'))).to ?? hub.at('/'));
    expect(again.text).toContain('Wählen Sie eine Person');
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['nobody', {}],
  ])('is not done for %s', async (_, headers) => {
    const browser = await hub.signInAs('lea.hartwig');
    expect((await browser.post(hub.at('/auth/sign-out'), {}, headers as Record<string, string>)).status).toBe(403);
    expect((await hub.look(browser)).signedIn).toBe(true);
  });

  it('is done here even with the provider away', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    vi.spyOn(runningSessions().provider, 'signOutUrl').mockRejectedValueOnce(new Error('away'));
    const page = await browser.post(hub.at('/auth/sign-out'), {}, { 'sec-fetch-site': 'same-origin' });
    expect([page.status, page.headers.location]).toEqual([303, '/']);
    expect(await hub.rows()).toHaveLength(0);
  });
});
