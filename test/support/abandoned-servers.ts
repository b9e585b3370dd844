// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopServerIn } from '../../apps/local/embedded-database.js';
import { isAlive } from '../../apps/local/is-alive.js';

export const folderPrefix = 'konzern-stadt-test-';
export const ownerFile = 'owner.pid';

/** Stops and removes what test runs left behind that were killed before they could. */
export async function removeAbandonedServers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderPrefix));
  await Promise.all(names.map((name) => removeIfAbandoned(join(tmpdir(), name))));
}

async function removeIfAbandoned(folder: string): Promise<void> {
  const owner = Number(await readFile(join(folder, ownerFile), 'utf8').catch(() => ''));
  if (!owner || isAlive(owner)) return;
  await stopServerIn(join(folder, 'postgres'));
  await rm(folder, { recursive: true, force: true });
}
