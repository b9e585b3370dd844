// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlainBrowser } from '../../../../../../test/support/plain-browser.js';
import { Provider } from '../oidc/provider.ts';
import { useHub, welcomeFrom } from '../../../../test/session-hub.ts';
import { runningSessions } from './running.ts';
import { listen } from '../../../../test/session-web-app.ts';

const hub = useHub();

const brokerToken = { signOutAtProvider: false, leaverWay: 'BROKER_TOKEN', sessionMinutes: null };
const shortSession = { signOutAtProvider: false, leaverWay: 'SHORT_SESSION', sessionMinutes: 30 };

afterEach(() => vi.restoreAllMocks());

describe('somebody whose company is asked at each renewal', () => {
  it('stays while the company knows them', async () => {
    hub.apiSays = welcomeFrom('wohnbau', brokerToken);
    const browser = await hub.signInAs('lea.hartwig');
    await hub.change(`known_at = now() - interval '5 minutes'`);
    await hub.tokenEndsIn(10);
    hub.apiSays = welcomeFrom('wohnbau', brokerToken);
    await hub.change(`leaver_way = 'broker-token', provider = 'wohnbau'`);
    expect((await hub.look(browser)).signedIn).toBe(true);
    expect(await hub.rows(`known_at > now() - interval '1 minute' as known`)).toEqual([{ known: true }]);
  });

  it('is out at the next renewal after they left, here and at the realm, and does not come back', async () => {
    hub.apiSays = welcomeFrom('stadtwerke', brokerToken);
    const browser = await hub.signInAs('mirjam.osterkamp');
    hub.signIn.dismiss('mirjam.osterkamp');
    expect((await hub.look(browser)).signedIn).toBe(true);
    await hub.tokenEndsIn(10);
    await hub.change(`leaver_way = 'broker-token', provider = 'stadtwerke'`);
    const ended = endOf(await onlyId());
    expect((await hub.look(browser)).signedIn).toBe(false);
    await ended;
    expect(await hub.rows()).toHaveLength(0);
    const again = await browser.travel(hub.at('/s/stadtwerke'));
    expect(again.status).toBe(200);
    expect(again.text).not.toContain('Mirjam Osterkamp');
  });

  it('stays for a limited time while the company cannot be asked', async () => {
    hub.apiSays = welcomeFrom('wohnbau', brokerToken);
    const browser = await hub.signInAs('lea.hartwig');
    vi.spyOn(runningSessions().provider, 'askCompany').mockResolvedValue('no-answer');
    for (const [minutes, signedIn] of [
      [55, true],
      [61, false],
    ] as const) {
      await hub.tokenEndsIn(10);
      await hub.change(`leaver_way = 'broker-token', provider = 'wohnbau', known_at = now() - interval '${minutes} minutes'`);
      expect((await hub.look(browser)).signedIn).toBe(signedIn);
    }
  });

  it('has to come by way of the company, not by what the realm remembers', async () => {
    hub.apiSays = welcomeFrom('wohnbau', brokerToken);
    const browser = new PlainBrowser();
    const back = await hub.goAndReturn(browser);
    const { to } = await browser.get(back);
    expect(to?.searchParams.get('kc_idp_hint')).toBe('wohnbau');
    expect(await hub.rows()).toHaveLength(0);
    expect((await browser.travel(to ?? hub.at('/'))).url.pathname).toBe('/probe');
    expect(await hub.rows('provider')).toEqual([{ provider: 'wohnbau' }]);
  });
});

describe('a short session', () => {
  it('ends when the company says, however much it is used', async () => {
    hub.apiSays = welcomeFrom('wohnbau', shortSession);
    const browser = await hub.signInAs('lea.hartwig');
    expect(await hub.rows(`ends_at - created_at <= interval '30 minutes' as short`)).toEqual([{ short: true }]);
    await hub.change(`created_at = now() - interval '29 minutes', ends_at = now() + interval '1 minute'`);
    await hub.tokenEndsIn(10);
    await hub.look(browser);
    expect(await hub.rows(`ends_at < now() + interval '2 minutes' as soon`)).toEqual([{ soon: true }]);
    await hub.change(`ends_at = now()`);
    expect((await hub.look(browser)).signedIn).toBe(false);
  });

  it('becomes shorter at the next renewal when the company says so meanwhile', async () => {
    hub.apiSays = welcomeFrom('wohnbau', null);
    const browser = await hub.signInAs('lea.hartwig');
    hub.apiSays = welcomeFrom('wohnbau', shortSession);
    await hub.tokenEndsIn(10);
    await hub.look(browser);
    expect(await hub.rows(`ends_at < now() + interval '31 minutes' as short`)).toEqual([{ short: true }]);
  });
});

describe('what the realm says of somebody', () => {
  let realm: Server | undefined;
  afterEach(() => realm?.close());

  const told = async (status: number, body: string) => {
    realm = createServer((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
    const issuer = await listen(realm);
    const provider = new Provider({ issuer, clientId: 'web', clientSecret: 's', origin: 'http://127.0.0.1', timeoutSeconds: 1 });
    return provider.askCompany('wohnbau', { access: 'a', refresh: 'r', id: 'i', subject: 's', sid: 's', endsAt: '' });
  };

  it.each([
    ['known', 200, '{"access_token":"x"}'],
    ['unknown', 502, '{"error":"invalid_grant"}'],
    ['unknown', 502, '{"errorMessage":"token refresh failed"}'],
    ['unknown', 400, '{"error":"not associated"}'],
    ['unknown', 404, '{"error":"Identity Provider not found"}'],
    ['no-answer', 502, '<html>Bad Gateway</html>'],
    ['no-answer', 404, ''],
    ['no-answer', 500, '{"error":"unknown_error"}'],
    ['no-answer', 503, '{"error":"unavailable"}'],
    ['no-answer', 403, '{"error":"client not authorized"}'],
    ['no-answer', 401, '{"error":"invalid_token"}'],
  ])('is %s for %i %s', async (expected, status, body) => expect(await told(status, body)).toBe(expected));

  it('is no answer when nobody answers', async () => {
    const provider = new Provider({ issuer: 'http://127.0.0.1:9', clientId: 'web', clientSecret: 's', origin: 'http://127.0.0.1' });
    const tokens = { access: 'a', refresh: 'r', id: 'i', subject: 's', sid: 's', endsAt: '' };
    expect(await provider.askCompany('wohnbau', tokens)).toBe('no-answer');
  });
});

async function onlyId(): Promise<string> {
  return (await hub.rows<{ id: string }>())[0]?.id ?? '';
}

/** When an open stream of the session learns that it ended. */
function endOf(id: string): Promise<void> {
  return new Promise((resolve) => runningSessions().endings.subscribe(id, resolve));
}
