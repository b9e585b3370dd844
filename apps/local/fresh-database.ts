// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from './embedded-database.js';
import { freePort } from './free-port.js';
import { createHubDatabase, migrateHubDatabase, type RolePasswords } from './hub-database.js';

const name = 'fresh';
const passwords: RolePasswords = { hub_migrator: 'm', hub_reader: 'r', hub_writer: 'w', hub_worker: 'j', hub_web: 's' };

/** Gives a migrated, empty database of its own to look at, and removes it afterwards. `url` is the superuser's. */
export async function withFreshDatabase<Result>(root: string, use: (url: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'konzern-stadt-fresh-'));
  const password = randomBytes(16).toString('hex');
  const port = await freePort(30_000 + Math.floor(Math.random() * 10_000));
  const server = await EmbeddedDatabase.start({ folder: join(folder, 'postgres'), port, password, durable: false });
  try {
    await createHubDatabase(server, name, passwords);
    await migrateHubDatabase(server, name, passwords, root);
    return await use(server.superuserUrl(name));
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
