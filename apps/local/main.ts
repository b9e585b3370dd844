// SPDX-License-Identifier: EUPL-1.2
// What the npm scripts call: `node apps/local/main.ts COMMAND`. Node runs this file as it stands, before anything is built; so it and what
// it imports name their imports with `.ts` and stay free of packages. The commands themselves run from `dist`.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer, buildWeb, isServerStale, isWebStale } from './start/build.ts';
import { endLeftovers } from './start/leftovers.ts';
import { Lock } from './start/lock.ts';
import { readStartOptions, startHelp } from './start/options.ts';
import { refuseTakenPort } from './start/ports.ts';
import { print, step } from './start/steps.ts';

const root = process.cwd();
const [command = 'start', ...args] = process.argv.slice(2);

async function main(): Promise<void> {
  if (command === 'start' || command === 'dev') return start(command === 'dev');
  if (command === 'build') return build();
  if (isServerStale(root)) process.stderr.write('Building the server first …\n');
  await buildServer(root);
  const module = await built<{ run(args: string[], root: string): Promise<number> }>(`commands/${command}`);
  process.exitCode = await module.run(args, root);
}

/** Whatever is older than its sources, one after the other: each alone fills the machine. */
async function build(): Promise<void> {
  if (isServerStale(root)) await step('Build the server', () => buildServer(root));
  if (isWebStale(root)) await step('Build the pages', () => buildWeb(root));
}

async function start(watch: boolean): Promise<void> {
  const options = readStartOptions(args, watch);
  if (!options) return print(startHelp);
  const data = resolve(root, options.data);
  const lock = await Lock.take(data);
  try {
    await endLeftovers(data);
    await refuseTakenPort(options.port);
    print('\nKonzern Stadt\n');
    // The pages take longest, so they are built while the database is made ready. With reload Vite makes them itself.
    const pages = !watch && isWebStale(root) ? step('Build the pages', () => buildWeb(root)) : Promise.resolve();
    pages.catch(() => undefined);
    if (isServerStale(root)) await step('Build the server', () => buildServer(root));
    const { startHub } = await built<typeof import('./start/hub.js')>('start/hub');
    await startHub({ ...options, data, root, pages }, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function built<Module>(name: string): Promise<Module> {
  return import(pathToFileURL(resolve(root, `dist/apps/local/${name}.js`)).href) as Promise<Module>;
}

main().catch((error: unknown) => {
  const sentence = error instanceof Error && !process.env['DEBUG'] ? error.message : error;
  console.error('\n%s\n', sentence);
  process.exit(1);
});
