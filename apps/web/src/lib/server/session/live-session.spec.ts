// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { subjectOf } from '../../../../../sign-in/identifiers.js';
import { query } from '../../../../../../test/support/database.js';
import { PlainBrowser } from '../../../../../../test/support/plain-browser.js';
import { away, locked, useHub, welcome } from '../../../../test/session-hub.ts';
import { runningSessions } from './running.ts';

const hub = useHub();

describe('a live session', () => {
  it('remembers the company one acts for', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const company = '7c1e1f0a-5d3c-5c55-9d0e-1f2a3b4c5d6e';
    await browser.post(hub.at(`/choose?company=${company}`), {}, { origin: hub.web.origin });
    expect((await hub.look(browser)).actingFor).toBe(company);
  });

  it('renews a token that is about to end, tells the API, and keeps the cookie', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const { token } = await hub.look(browser);
    await hub.tokenEndsIn(10);
    hub.announced = [];
    const renewed = await hub.look(browser);
    expect(renewed.token).not.toBe(token);
    expect(decodeJwt(renewed.token ?? '').sid).toBe(decodeJwt(token ?? '').sid);
    expect(hub.announced).toEqual([`Bearer ${renewed.token}`]);
  });

  it('renews once for many requests in several processes, again and again', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const others = [hub.secondProcess(), hub.secondProcess()];
    const [row] = await hub.rows<{ id: string }>();
    for (let round = 0; round < 4; round += 1) {
      await hub.tokenEndsIn(10);
      const here = Array.from({ length: 5 }, async () => (await hub.look(browser)).token);
      const there = others.map(async (process) => {
        const stored = await process.store.find(row?.id ?? '');
        return stored && (await process.fresh(stored))?.tokens.access;
      });
      const tokens = new Set(await Promise.all([...here, ...there]));
      expect(tokens.size).toBe(1);
      expect([...tokens][0]).toMatch(/^eyJ/);
    }
    await Promise.all(others.map((process) => process.close()));
  });

  it('never sends a refresh token again that may have been spent', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    await hub.tokenEndsIn(10);
    await hub.change(`refresh_sent_at = now()`);
    const renew = vi.spyOn(runningSessions().provider, 'renew');
    expect((await hub.look(browser)).signedIn).toBe(true);
    await hub.tokenEndsIn(-1);
    await hub.change(`refresh_sent_at = now()`);
    expect(await hub.look(browser)).toMatchObject({ signedIn: false, token: null });
    expect(renew).not.toHaveBeenCalled();
    expect(await hub.rows()).toHaveLength(0);
    renew.mockRestore();
  });

  it('ends when the provider refuses, and when the hub has locked the person', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const { endSession } = await spend(browser);
    expect(endSession).toMatchObject({ signedIn: false, token: null });
    await hub.signInAs('lea.hartwig', browser);
    hub.apiSays = locked;
    await hub.tokenEndsIn(10);
    expect((await hub.look(browser)).signedIn).toBe(false);
    expect(await hub.rows()).toHaveLength(0);
  });

  /** Uses the refresh token elsewhere, as a thief would: the provider then kills it. */
  async function spend(browser: PlainBrowser) {
    const { store, provider } = runningSessions();
    const [row] = await hub.rows<{ id: string }>();
    const stored = await store.find(row?.id ?? '');
    if (stored) await provider.renew(stored.tokens);
    await hub.tokenEndsIn(10);
    return { endSession: await hub.look(browser) };
  }

  it('goes on while the API is down and tells it later', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    await hub.tokenEndsIn(10);
    hub.apiSays = away;
    expect((await hub.look(browser)).token).toMatch(/^eyJ/);
    expect(await hub.rows('announced')).toEqual([{ announced: false }]);
    hub.apiSays = welcome;
    await hub.look(browser);
    expect(await hub.rows('announced')).toEqual([{ announced: true }]);
  });

  it('goes on within the life of the token while the provider is down, then says "try again", then recovers', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const port = Number(new URL(hub.signIn.issuer).port);
    await hub.signIn.close();
    await hub.tokenEndsIn(10);
    expect((await hub.look(browser)).token).toMatch(/^eyJ/);
    await hub.tokenEndsIn(-1);
    expect(await hub.look(browser)).toMatchObject({ status: 503, code: 'sign-in-unavailable' });
    await hub.startSignIn(port);
    expect((await hub.look(browser)).token).toMatch(/^eyJ/);
  });

  it('says "try again" to who begins while the provider is down, instead of sending them there', async () => {
    const port = Number(new URL(hub.signIn.issuer).port);
    await hub.signIn.close();
    const page = await new PlainBrowser().get(hub.at('/auth/sign-in?account=1'));
    expect([page.status, page.headers['retry-after'], JSON.parse(page.text)]).toMatchObject([503, '30', { code: 'sign-in-unavailable' }]);
    expect(String(page.headers['set-cookie'])).not.toContain('sign-in.');
    await hub.startSignIn(port);
    expect((await new PlainBrowser().get(hub.at('/auth/sign-in?account=1'))).status).toBe(302);
  });

  it('ends after idleness and after its longest life, and leaves no row', async () => {
    for (const past of [`last_seen_at = now() - interval '121 minutes'`, 'ends_at = now()']) {
      const browser = await hub.signInAs('lea.hartwig');
      await hub.change(past);
      expect((await hub.look(browser)).signedIn).toBe(false);
      await runningSessions().store.sweep();
      expect(await hub.rows()).toHaveLength(0);
    }
  });

  it('notes when it was seen, at most once a minute', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    await hub.change(`last_seen_at = now() - interval '30 seconds'`);
    await hub.look(browser);
    expect(await hub.rows(`last_seen_at > now() - interval '20 seconds' as seen`)).toEqual([{ seen: false }]);
    await hub.change(`last_seen_at = now() - interval '61 seconds'`);
    await hub.look(browser);
    expect(await hub.rows(`last_seen_at > now() - interval '20 seconds' as seen`)).toEqual([{ seen: true }]);
  });

  it('outlives a new key in front, and not the loss of its own', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    const cookie = browser.cookie('session') ?? '';
    const newKey = randomBytes(32).toString('base64');
    const rotated = hub.secondProcess({ SESSION_KEYS: `${newKey},${hub.sessionKey}` });
    const lost = hub.secondProcess({ SESSION_KEYS: newKey });
    expect(await rotated.store.findByCookie(cookie)).not.toBeNull();
    expect(await lost.store.findByCookie(cookie)).toBeNull();
    await Promise.all([rotated.close(), lost.close()]);
  });

  it('cannot be moved into another row', async () => {
    const [lea, mirjam] = [await hub.signInAs('lea.hartwig'), await hub.signInAs('mirjam.osterkamp')];
    await query(
      hub.database.web,
      `update web.session set tokens = (select tokens from web.session where subject = $1) where subject = $2`,
      [subjectOf('mirjam.osterkamp'), subjectOf('lea.hartwig')],
    );
    expect((await hub.look(lea)).signedIn).toBe(false);
    expect((await hub.look(mirjam)).signedIn).toBe(true);
  });

  it('is not mistaken for signed out while the database is away', async () => {
    const browser = await hub.signInAs('lea.hartwig');
    vi.spyOn(runningSessions().store, 'findByCookie').mockRejectedValueOnce(new Error('connection terminated'));
    expect(await hub.look(browser)).toMatchObject({ status: 503, code: 'unavailable' });
    expect((await hub.look(browser)).signedIn).toBe(true);
  });
});
