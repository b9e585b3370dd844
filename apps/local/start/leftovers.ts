// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const fileName = 'processes.json';
const preload = 'apps/local/start/end-with-parent.js';
const patience = 9_000;

/** Writes down which processes this start has, for the start after a `kill -9`. */
export function rememberProcesses(folder: string, pids: readonly number[]): void {
  writeFileSync(join(folder, fileName), JSON.stringify(pids), { mode: 0o600 });
}

export function forgetProcesses(folder: string): void {
  rmSync(join(folder, fileName), { force: true });
}

/**
 * Waits for the processes of a killed start, which end by themselves (`end-with-parent.ts`), and ends those that do not.
 * A pid alone may belong to somebody else by now, so their command line is looked at, too.
 */
export async function endLeftovers(folder: string): Promise<void> {
  const deadline = Date.now() + patience;
  for (const pid of read(folder)) {
    while (commandOf(pid).includes(preload)) {
      process.kill(pid, Date.now() > deadline ? 'SIGKILL' : 'SIGTERM');
      await wait(100);
    }
  }
  forgetProcesses(folder);
}

function read(folder: string): number[] {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as number[];
  } catch {
    return [];
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
