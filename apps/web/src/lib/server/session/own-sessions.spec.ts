// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { deviceOf } from '../sign-in/device.ts';
import { useHub } from '../../../../test/session-hub.ts';
import { runningSessions } from './running.ts';

const hub = useHub();

describe('my sessions', () => {
  async function storedOf(cookie: string | undefined) {
    const stored = await runningSessions().store.findByCookie(cookie ?? '');
    if (!stored) throw new Error('no session');
    return stored;
  }

  it('are those of one person, this one first, without ids', async () => {
    const [here, there] = [await hub.signInAs('lea.hartwig'), await hub.signInAs('lea.hartwig')];
    await hub.signInAs('mirjam.osterkamp');
    const stored = await storedOf(here.cookie('session'));
    const list = await runningSessions().store.listOwn(stored);
    expect(list.map(({ isThis }) => isThis)).toEqual([true, false]);
    expect(JSON.stringify(list)).not.toContain(stored.id);
    expect((await hub.look(there)).signedIn).toBe(true);
  });

  it('can be ended from another, and its open pages and streams learn it at once', async () => {
    const [here, there] = [await hub.signInAs('lea.hartwig'), await hub.signInAs('lea.hartwig')];
    const stranger = await hub.signInAs('mirjam.osterkamp');
    const [mine, other] = [await storedOf(here.cookie('session')), await storedOf(there.cookie('session'))];
    const { store, endings } = runningSessions();
    const told = new Promise<void>((resolve) => endings.subscribe(other.id, resolve));
    const listed = (await store.listOwn(mine)).find(({ isThis }) => !isThis);
    await runningSessions().endOther(mine, listed?.handle ?? '');
    await told;
    expect((await hub.look(there)).signedIn).toBe(false);
    expect((await hub.look(here)).signedIn).toBe(true);
    expect((await hub.look(stranger)).signedIn).toBe(true);
  });

  it('ends nobody else’s, whatever the form says', async () => {
    const [here, stranger] = [await hub.signInAs('lea.hartwig'), await hub.signInAs('mirjam.osterkamp')];
    const theirs = (await runningSessions().store.listOwn(await storedOf(stranger.cookie('session'))))[0]?.handle ?? '';
    await runningSessions().endOther(await storedOf(here.cookie('session')), theirs);
    await runningSessions().endOther(await storedOf(here.cookie('session')), null);
    expect((await hub.look(stranger)).signedIn).toBe(true);
    expect((await hub.look(here)).signedIn).toBe(true);
  });
});

describe('the device in words', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox windows'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'edge windows'],
    ['Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36', 'chrome android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1', 'safari iphone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/18.0 Safari/605.1', 'safari mac'],
    ['curl/8.0', ''],
    ['', ''],
    [null, ''],
    ['<script>alert(1)</script>'.repeat(1_000), ''],
  ])('%s is %s', (said, words) => expect(deviceOf(said)).toBe(words));
});
