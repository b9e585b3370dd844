// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { EmbeddedDatabase } from '../../apps/local/embedded-database.js';
import { freePort } from '../../apps/local/free-port.js';
import { createHubDatabase, migrateHubDatabase, type RolePasswords } from '../../apps/local/hub-database.js';
import { folderPrefix, ownerFile, removeAbandonedServers } from './abandoned-servers.js';
import type { TestServer } from './database.js';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = 'hub_template';
const passwords: RolePasswords = { hub_migrator: 'm', hub_reader: 'r', hub_writer: 'w', hub_worker: 'j', hub_web: 's' };

/** One server for the whole run, migrated once into a template from which every test file clones its database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandonedServers();
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  await writeFile(join(folder, ownerFile), String(process.pid));
  const server = await startServer(folder);
  const remove = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await createHubDatabase(server, template, passwords);
    await migrateHubDatabase(server, template, passwords, process.cwd());
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('testServer', { superuserUrl: server.superuserUrl(), template, port: server.port, passwords });
  return remove;
}

/** Several runs on one machine look for a port at the same time: whoever loses takes another. */
async function startServer(folder: string, attempts = 5): Promise<EmbeddedDatabase> {
  const port = await freePort(20_000 + Math.floor(Math.random() * 10_000));
  try {
    return await EmbeddedDatabase.start({
      folder: join(folder, 'postgres'),
      port,
      password: randomBytes(16).toString('hex'),
      durable: false,
    });
  } catch (error) {
    if (attempts === 1) throw error;
    return startServer(folder, attempts - 1);
  }
}
