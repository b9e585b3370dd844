// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../../../apps/local/embedded-database.js';
import { freePort } from '../../../apps/local/free-port.js';
import { createHubDatabase, migrateHubDatabase, type RolePasswords } from '../../../apps/local/hub-database.js';
import { TestRealm } from '../../support/realm.js';
import { MeasuredProcess } from '../measured-process.js';
import { type Corpus, createCorpus } from './corpus.js';

const passwords: RolePasswords = { hub_migrator: 'm', hub_reader: 'r', hub_writer: 'w', hub_worker: 'j', hub_web: 's' };
const database = 'hub';

/** A hub as it runs in production, on a database full of entries, in processes that can be measured. */
export interface Stage {
  corpus: Corpus;
  realm: TestRealm;
  api: MeasuredProcess;
  worker: MeasuredProcess;
  databaseUrl(role: keyof RolePasswords): string;
  close(): Promise<void>;
}

/** @param operations texts by the id under which they are sent */
export async function openStage(entries: number, operations: Record<string, string>, log: (line: string) => void): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'));
  const server = await EmbeddedDatabase.start({
    folder: join(folder, 'postgres'),
    port: await freePort(24_000),
    password: 'bench',
    durable: true,
  });
  const realm = await TestRealm.start();
  const closing: (() => Promise<unknown>)[] = [() => realm.stop(), () => server.stop(), () => rm(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of closing) await step();
  };
  try {
    await createHubDatabase(server, database, passwords);
    await migrateHubDatabase(server, database, passwords, process.cwd());
    const databaseUrl = (role: keyof RolePasswords): string => server.url(role, passwords[role], database);
    log(`database ready, writing ${entries} entries`);
    const corpus = await createCorpus(databaseUrl('hub_migrator'), realm.issuer, entries);
    await writeFile(join(folder, 'operations.json'), JSON.stringify(operations));
    const environment = {
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      DATABASE_READER_URL: databaseUrl('hub_reader'),
      DATABASE_WRITER_URL: databaseUrl('hub_writer'),
      DATABASE_WORKER_URL: databaseUrl('hub_worker'),
      ISSUER_URL: realm.issuer,
      PERSISTED_DOCUMENTS: join(folder, 'operations.json'),
    };
    const api = await start('api', { ...environment, API_PORT: String(await freePort(24_100)) }, 'API_PORT');
    closing.unshift(() => api.stop());
    const worker = await start('worker', { ...environment, WORKER_PORT: String(await freePort(24_200)) }, 'WORKER_PORT');
    closing.unshift(() => worker.stop());
    return { corpus, realm, api, worker, databaseUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function start(app: 'api' | 'worker', environment: Record<string, string>, port: string): Promise<MeasuredProcess> {
  return MeasuredProcess.start(`dist/apps/${app}/main.js`, environment, `http://127.0.0.1:${environment[port]}`, '/health/ready');
}
