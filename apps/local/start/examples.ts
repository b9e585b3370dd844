// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import pg from 'pg';
import { databaseUrl, issuerOf, preloadPath, type Setup } from './descriptions.js';
import { readState, writeState } from './state.js';
import { step } from './steps.js';

/** At the first start, and again when that one was killed on the way. @returns whether the example city is in the hub */
export async function loadExamples(setup: Setup, wanted: boolean): Promise<boolean> {
  const state = readState(setup.data);
  if (state.examples === 'loaded') return true;
  if (state.examples === 'declined' || !wanted) {
    writeState(setup.data, { ...state, examples: 'declined', issuer: state.issuer ?? issuerOf(setup) });
    return false;
  }
  await step(
    'Example data',
    () => load(setup),
    (summary) => summary,
  );
  writeState(setup.data, { ...state, examples: 'loaded', issuer: issuerOf(setup) });
  return true;
}

/** In a process of its own, which takes the memory for it along when it ends, and ends with this one. */
async function load(setup: Setup): Promise<string> {
  const settings = {
    DATABASE_MIGRATIONS_URL: databaseUrl(setup, 'hub_migrator'),
    DATABASE_WRITER_URL: databaseUrl(setup, 'hub_writer'),
    DATABASE_WORKER_URL: databaseUrl(setup, 'hub_worker'),
    ISSUER_URL: issuerOf(setup),
    EXAMPLES_DIR: join(setup.root, 'apps/local/examples'),
  };
  const args = ['--import', join(setup.root, preloadPath), '--enable-source-maps', 'dist/apps/local/example-data/main.js'];
  const child = spawn(process.execPath, args, {
    cwd: setup.root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const [said, complained, ended] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (ended[0] !== 0) throw new Error(`The example data could not be loaded:\n${complained.trim()}`);
  return said.trim();
}

function text(stream: Readable | null): Promise<string> {
  return stream ? readText(stream) : Promise.resolve('');
}

/** People are known by the address of the sign-in and their subject there. On this machine the address changes when its port is taken. */
export async function moveIdentities(setup: Setup): Promise<void> {
  const state = readState(setup.data);
  const issuer = issuerOf(setup);
  if (state.issuer === issuer) return;
  const client = new pg.Client({ connectionString: databaseUrl(setup, 'hub_migrator') });
  await client.connect();
  try {
    await client.query('update person_identity set issuer = $1 where issuer = $2', [issuer, state.issuer]);
  } finally {
    await client.end();
  }
  writeState(setup.data, { ...state, issuer });
}
