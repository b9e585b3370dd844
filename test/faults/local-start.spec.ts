// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmbeddedDatabase, stopServerIn } from '../../apps/local/embedded-database.js';
import { freePort } from '../../apps/local/free-port.js';
import { query } from '../../apps/local/query.js';
import { Lock } from '../../apps/local/start/lock.js';
import { choosePorts, refuseTakenPort } from '../../apps/local/start/ports.js';
import { loadSecrets } from '../../apps/local/start/secrets.js';

// Each makes a whole database, safe against power loss, on whatever disk there is.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'konzern-stadt-faults-'));
});

afterEach(async () => {
  await stopServerIn(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
});

describe('one start for each data folder', () => {
  it('tells a second start where the first one is', async () => {
    const lock = await Lock.take(folder);
    await expect(Lock.take(folder)).rejects.toThrow(`is just being started (process ${process.pid})`);
    lock.announce('http://127.0.0.1:3000');
    await expect(Lock.take(folder)).rejects.toThrow('is already running at http://127.0.0.1:3000');
    lock.release();
    (await Lock.take(folder)).release();
  });

  it('takes over what a killed start left, even when its process id is somebody else by now', async () => {
    const port = await freePort(40_000);
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.pid, port, token: randomUUID(), address: null }));
    (await Lock.take(folder)).release();
  });

  it('takes over half a lock file', async () => {
    writeFileSync(join(folder, 'lock.json'), '{"pid":');
    (await Lock.take(folder)).release();
  });
});

describe('ports', () => {
  it('are the next free ones, all different', async () => {
    const ports = Object.values(await choosePorts(null));
    expect(ports).toHaveLength(6);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('are not exchanged when one was asked for', async () => {
    const lock = await Lock.take(folder);
    const { port } = JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8')) as { port: number };
    await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} is in use`);
    lock.release();
  });
});

it('keeps its secrets', () => {
  const first = loadSecrets(folder);
  expect(loadSecrets(folder)).toEqual(first);
  expect(Buffer.from(first.sessionKey, 'base64')).toHaveLength(32);
});

describe('the database of a start that was killed', () => {
  it('keeps running and is taken over, with everything in it', async () => {
    const first = await start();
    await query(first.superuserUrl(), 'create table kept as select 1 as one');
    const second = await start();
    expect(second).toMatchObject({ adopted: true, port: first.port });
    expect(await query(second.superuserUrl(), 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('recovers when it was killed itself, also while somebody looks after it', async () => {
    const database = await start();
    await query(database.superuserUrl(), 'create table kept as select 1 as one');
    const said: string[] = [];
    const endCare = database.keepRunning((sentence) => said.push(sentence));
    process.kill(Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
    await vi.waitFor(async () => expect(await query(database.superuserUrl(), 'select one from kept')).toEqual([{ one: 1 }]), {
      timeout: 45_000,
      interval: 200,
    });
    endCare();
    expect(said).toContain('The database ended and is started again.');
  });

  it('is made anew when the first start was killed while it was being made', async () => {
    mkdirSync(join(folder, 'postgres.new/cluster/base'), { recursive: true });
    const database = await start();
    expect(await query(database.superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

async function start(): Promise<EmbeddedDatabase> {
  const port = await freePort(41_000 + Math.floor(Math.random() * 5_000));
  return EmbeddedDatabase.start({ folder: join(folder, 'postgres'), port, password: 'secret' });
}
