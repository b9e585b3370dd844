// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * `npm run boot` starts what was built as a person would (`npm start`), asks for the first pages, and stops it as Ctrl-C does.
 * It fails when the hub does not start within three minutes, does not answer, or does not stop by itself.
 */
const data = '.data/boot';
const startMinutes = 3;
const stopSeconds = 30;
const pages = ['/health/ready', '/', '/wissen', '/organisationen'];

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
// A process group of its own, so that the signal reaches everything below npm.
const hub = spawn('npm', ['start', '--', '--data', data, '--fresh', '--port', String(port)], { stdio: 'inherit', detached: true });
const ended = once(hub, 'exit') as Promise<[code: number | null, signal: NodeJS.Signals | null]>;

try {
  await ready(hub);
  for (const page of pages) await open(page);
  await stop();
} catch (error) {
  signal('SIGKILL');
  throw error;
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function ready(child: ChildProcess): Promise<void> {
  const until = Date.now() + startMinutes * 60_000;
  while (!(await answers('/health/ready'))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode} before it was ready.`);
    if (Date.now() > until) throw new Error(`npm start was not ready after ${startMinutes} minutes.`);
    await delay(250);
  }
}

async function answers(page: string): Promise<boolean> {
  return fetch(address + page).then(
    (response) => response.ok,
    () => false,
  );
}

async function open(page: string): Promise<void> {
  const response = await fetch(address + page);
  console.log(`${response.status} ${page}`);
  if (!response.ok) throw new Error(`${page} answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
}

async function stop(): Promise<void> {
  signal('SIGINT');
  const outcome = await Promise.race([ended, delay(stopSeconds * 1000, null, { ref: false })]);
  if (!outcome) throw new Error(`npm start was still running ${stopSeconds} seconds after Ctrl-C.`);
  const [code, by] = outcome;
  // npm ends by the signal it was sent, or hands on the code of what it ran.
  if (code !== 0 && code !== 130 && by !== 'SIGINT') throw new Error(`npm start ended with ${code ?? by} after Ctrl-C.`);
  if (await answers('/')) throw new Error('the web app still answers after npm start has ended.');
}

function signal(name: NodeJS.Signals): void {
  if (hub.pid === undefined || hub.exitCode !== null) return;
  process.kill(-hub.pid, name);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  if (bound === null || typeof bound === 'string') throw new Error('no free port');
  return bound.port;
}
