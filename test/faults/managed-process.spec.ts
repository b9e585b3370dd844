// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../apps/local/free-port.js';
import { isAlive } from '../../apps/local/is-alive.js';
import { endLeftovers, rememberProcesses } from '../../apps/local/start/leftovers.js';
import { ManagedProcess } from '../../apps/local/start/managed-process.js';

const preload = join(process.cwd(), 'apps/local/start/end-with-parent.ts');
const server = (port: number): string => `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port}, '127.0.0.1')`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'konzern-stadt-faults-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a process of npm start', () => {
  it('is started again when it dies, and not when it was told to stop', async () => {
    const port = await freePort(46_000);
    const child = manage(['-e', server(port)], port);
    await child.start();
    const first = child.pid;
    process.kill(first ?? 0, 'SIGKILL');
    await vi.waitFor(async () => {
      expect(child.pid).not.toBe(first);
      expect((await fetch(`http://127.0.0.1:${port}`)).ok).toBe(true);
    }, 15_000);
    const second = child.pid ?? 0;
    await child.stop();
    expect(isAlive(second)).toBe(false);
    expect(child.pid).toBeUndefined();
  });

  it('says the end of its log when it does not start', async () => {
    const port = await freePort(46_100);
    const child = manage(['-e', 'console.error("API_PORT is missing."); process.exit(1)'], port);
    await expect(child.start()).rejects.toThrow(/^The API did not start\..*API_PORT is missing\.$/s);
  });
});

describe('the processes of a killed start', () => {
  it('end by themselves', async () => {
    const child = await orphan();
    await vi.waitFor(() => expect(isAlive(child)).toBe(false), 10_000);
  });

  it('are waited for by the next start', async () => {
    const child = await orphan();
    rememberProcesses(folder, [child, 2 ** 22 + 1]);
    await endLeftovers(folder);
    // What is left is its number, until the system has taken note of its end.
    await vi.waitFor(() => expect(isAlive(child)).toBe(false), 2_000);
  });

  it('are told from a process that has got the same id since', async () => {
    rememberProcesses(folder, [process.pid]);
    await endLeftovers(folder);
    expect(isAlive(process.pid)).toBe(true);
  });
});

function manage(args: string[], port: number): ManagedProcess {
  const description = {
    title: 'The API',
    args,
    cwd: folder,
    environment: { PATH: process.env['PATH'] },
    logFile: join(folder, 'api.log'),
    preload,
  };
  return new ManagedProcess({ ...description, readyUrl: `http://127.0.0.1:${port}` }, () => undefined);
}

/** A parent that has started a child and is killed. @returns the child's process id */
async function orphan(): Promise<number> {
  const child = `require('node:child_process').spawn(process.execPath, ['--import', ${JSON.stringify(preload)}, '-e', 'setInterval(() => {}, 1000)'],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })`;
  const parent = spawn(process.execPath, ['-e', `const child = ${child}; console.log(child.pid); setInterval(() => {}, 1000)`]);
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  // Loaded and listening: its start takes a moment, and a parent that dies before has nothing to tell it.
  await new Promise((resolve) => setTimeout(resolve, 500));
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  return pid;
}
