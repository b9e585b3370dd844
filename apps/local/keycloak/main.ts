// SPDX-License-Identifier: EUPL-1.2
// A Keycloak as one process of ours: `kc.sh` is a shell with Java below it, so both get a group of their own, which ends with this one. What
// is left of a killed run is ended by the next start with the same folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../is-alive.js';

const politenessMs = 6_000;
const folder = setting('KEYCLOAK_FOLDER');
const pidFile = join(folder, 'group.pid');

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

async function main(): Promise<void> {
  await endLeftover();
  const child = spawn('bash', [join(folder, 'bin/kc.sh'), ...startOptions()], {
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  writeFileSync(pidFile, String(child.pid));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(child));
  child.once('exit', (code) => {
    rmSync(pidFile, { force: true });
    process.exit(code ?? 1);
  });
}

function startOptions(): string[] {
  const port = setting('KEYCLOAK_PORT');
  return [
    ...['start', '--optimized', '--import-realm', '--cache=local', '--http-enabled=true', '--http-host=127.0.0.1'],
    ...[`--hostname=http://127.0.0.1:${port}`, `--http-port=${port}`, `--http-management-port=${setting('KEYCLOAK_MANAGEMENT_PORT')}`],
    // Nobody outside this machine may ask how it is.
    '--http-management-host=127.0.0.1',
    // Or each question whether it is ready yet is a line.
    '--log-level=info,io.smallrye.health:error',
  ];
}

/** The group, because the shell does not pass signals on. */
async function stop({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  await wait(politenessMs);
  signalGroup(pid, 'SIGKILL');
}

/** A pid alone may belong to somebody else by now, so the command line is looked at, too. */
async function endLeftover(): Promise<void> {
  const pid = Number(read(pidFile));
  if (!pid || !isAlive(pid) || !read(`/proc/${pid}/cmdline`).includes(folder)) return;
  signalGroup(pid, 'SIGKILL');
  while (isAlive(pid)) await wait(50);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

await main();
