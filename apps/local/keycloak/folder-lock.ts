// SPDX-License-Identifier: EUPL-1.2
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../is-alive.js';

const patienceMs = 900_000;

/** One at a time among all processes of the machine. A lock whose holder died is taken over. @throws Error after a quarter of an hour */
export async function withFolderLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  while (!(await taken(file))) {
    if (Date.now() > deadline) throw new Error(`${file} is held by a process that does not finish.`);
    await wait(250);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    // An empty file is being written at this moment.
    if (holder > 0 && !isAlive(holder)) await rm(file, { force: true });
    return false;
  }
}
