// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { preloadPath } from './descriptions.js';
import { print } from './steps.js';

/** Compiles whenever a source changes; calls back after each round without a fault, except the first, which was the build. */
export function watchSources(root: string, onCompiled: () => void): ChildProcess {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const args = ['--import', join(root, preloadPath), tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const child = spawn(process.execPath, args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let rounds = 0;
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/: error TS\d+:/.test(line)) print(`  ! ${line}`);
      if (line.includes('Found 0 errors') && (rounds += 1) > 1) onCompiled();
    });
  return child;
}
