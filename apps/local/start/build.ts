// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sourceHash } from './source-hash.ts';

interface Target {
  script: string;
  /** Beside the result: the hash of the sources it was made from. */
  stamp: string;
  sources: string[];
  /** Which of the files below `sources` count; all when it is missing. */
  counts?: (path: string) => boolean;
}

const packages = ['package.json', 'package-lock.json'];

const server: Target = {
  script: 'build:server',
  stamp: 'dist/sources.sha256',
  sources: [
    ...packages,
    'tsconfig.json',
    'tsconfig.build.json',
    'libs',
    'tools',
    'test/bench',
    'apps/api',
    'apps/worker',
    'apps/sign-in',
    'apps/local',
  ],
};

const web: Target = {
  script: 'build:web',
  stamp: 'apps/web/build/sources.sha256',
  sources: [...packages, 'schema.graphql', 'apps/web', 'libs'],
  counts: (path) => !path.startsWith('libs/') || path.endsWith('.input.ts'),
};

export const isServerStale = (root: string): boolean => isStale(root, server);
export const isWebStale = (root: string): boolean => isStale(root, web);

/** Compiles API, worker, sign-in and the commands, when they are older than their sources. @throws Error with what the compiler said */
export const buildServer = (root: string): Promise<void> => build(root, server);

/** Builds the pages, when they are older than their sources. @throws Error with what the build said */
export const buildWeb = (root: string): Promise<void> => build(root, web);

async function build(root: string, target: Target): Promise<void> {
  if (!isStale(root, target)) return;
  const hash = sourceHash(root, target.sources, target.counts);
  await runScript(root, target.script);
  mkdirSync(dirname(join(root, target.stamp)), { recursive: true });
  writeFileSync(join(root, target.stamp), hash);
}

function isStale(root: string, { stamp, sources, counts }: Target): boolean {
  try {
    return readFileSync(join(root, stamp), 'utf8') !== sourceHash(root, sources, counts);
  } catch {
    return true;
  }
}

async function runScript(root: string, script: string): Promise<void> {
  const shell = process.platform === 'win32';
  const child = spawn('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`"npm run ${script}" failed:\n${Buffer.concat(said).toString('utf8').trim()}`);
}
