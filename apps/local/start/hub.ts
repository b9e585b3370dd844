// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabase, stopServerIn } from '../embedded-database.js';
import { createHubDatabase, migrateHubDatabase } from '../hub-database.js';
import { watchSources } from './compiler.js';
import { addressOf, databaseName, descriptions, type ProcessName, type Setup } from './descriptions.js';
import { loadExamples, moveIdentities } from './examples.js';
import { forgetProcesses, rememberProcesses } from './leftovers.js';
import { openIntranets, prepareKeycloak } from './keycloak.js';
import type { Lock } from './lock.js';
import { ManagedProcess } from './managed-process.js';
import type { StartOptions } from './options.js';
import { choosePorts } from './ports.js';
import { loadSecrets } from './secrets.js';
import { Shutdown } from './shutdown.js';
import { sourceHash } from './source-hash.js';
import { readState, writeState } from './state.js';
import { print, step } from './steps.js';
import { welcome } from './tour.js';

export interface HubOptions extends StartOptions {
  root: string;
  /** Done when the pages are built. */
  pages: Promise<void>;
}

/** Starts everything and says where it is; from then on it runs until it is told to stop. */
export async function startHub(options: HubOptions, lock: Lock): Promise<void> {
  const { data, root, watch } = options;
  const shutdown = new Shutdown(() => lock.release());
  try {
    if (options.fresh) await step('Delete the old data', () => deleteData(data));
    mkdirSync(join(data, 'logs'), { recursive: true });
    const ports = await choosePorts(options.port);
    const secrets = loadSecrets(data);
    const keycloak = options.keycloak ? await prepareKeycloak(data, root) : null;
    const database = await startDatabase(data, ports.database, secrets.superuserPassword, shutdown);
    const setup: Setup = { root, data, ports, secrets, database, watch, keycloak };
    await step(
      'Migrations',
      () => prepareDatabase(setup),
      (names) => (names.length > 0 ? names.join(', ') : 'nothing new'),
    );
    const examples = await loadExamples(setup, options.examples);
    await moveIdentities(setup);
    await options.pages;
    await startProcesses(setup, shutdown);
    const intranets = keycloak === null ? null : await step('Two companies', () => openIntranets(setup, shutdown));
    lock.announce(addressOf(setup));
    print(welcome(addressOf(setup), { examples, intranets, seconds: process.uptime() }));
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}

/** Everything this command has ever put there and nothing else: `--data` may name any folder. */
async function deleteData(data: string): Promise<void> {
  await stopServerIn(join(data, 'postgres'));
  const names = ['postgres', 'postgres.new', 'sign-in', 'keycloak', 'logs', 'secrets.json', 'state.json'];
  await Promise.all(names.map((name) => rm(join(data, name), { recursive: true, force: true })));
}

async function startDatabase(data: string, port: number, password: string, shutdown: Shutdown): Promise<EmbeddedDatabase> {
  const start = (): Promise<EmbeddedDatabase> => EmbeddedDatabase.start({ folder: join(data, 'postgres'), port, password });
  const database = await step('Database', start, ({ adopted }) => (adopted ? 'was still running' : 'PostgreSQL 18'));
  shutdown.add('database', () => database.stop());
  shutdown.add(
    'watch of the database',
    database.keepRunning((sentence) => print(`  ! ${sentence}`)),
  );
  return database;
}

/** @returns the names of what was applied */
async function prepareDatabase({ database, secrets, root, data }: Setup): Promise<string[]> {
  await createHubDatabase(database, databaseName, secrets.rolePasswords);
  const migrations = sourceHash(root, ['libs/platform/database', 'libs/platform/jobs/queues.ts']);
  if (readState(data).migrations === migrations) return [];
  const applied = await migrateHubDatabase(database, databaseName, secrets.rolePasswords, root);
  writeState(data, { ...readState(data), migrations });
  return applied;
}

const stepLabels: Record<ProcessName, string> = { signIn: 'Sign-in', api: 'API', worker: 'Worker', web: 'Web' };

/** All at once, because each waits for its own imports most of the time; stopped one after the other, the web first. */
async function startProcesses(setup: Setup, shutdown: Shutdown): Promise<void> {
  const described = descriptions(setup);
  const names = Object.keys(stepLabels) as ProcessName[];
  const remember = (): void =>
    rememberProcesses(
      setup.data,
      processes.flatMap(({ pid }) => pid ?? []),
    );
  const processes = names.map((name) => new ManagedProcess(described[name], remember));
  shutdown.add('process list', () => forgetProcesses(setup.data));
  names.forEach((name, index) => shutdown.add(name, () => processes[index]?.stop()));
  await Promise.all(names.map((name, index) => step(stepLabels[name], async () => processes[index]?.start())));
  if (setup.watch) reloadOnChange(setup, processes.slice(0, 3), shutdown);
}

function reloadOnChange({ root }: Setup, processes: ManagedProcess[], shutdown: Shutdown): void {
  const compiler = watchSources(root, () => {
    void step('Reload', () => Promise.all(processes.map((child) => child.restart()))).catch((error: unknown) => print(String(error)));
  });
  shutdown.add('compiler', () => compiler.kill());
}
