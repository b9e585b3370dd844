// SPDX-License-Identifier: EUPL-1.2
// `npm run test:guards`: takes each guard out of the code, one after the other, and says which test notices. Exits 1 when none does.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { codeGuards, type CodeGuard } from './code-guards.list.ts';

const config = fileURLToPath(import.meta.resolve('./code-guards.config.ts'));
const only = process.argv.slice(2).map(Number);
const chosen = codeGuards.map((guard, index) => ({ guard, index })).filter(({ index }) => only.length === 0 || only.includes(index));

let unnoticed = 0;
for (const { guard, index } of chosen) {
  const { noticed, sentence } = await tryWithout(guard, index);
  if (!noticed) unnoticed += 1;
  console.info(`${noticed ? 'noticed ' : 'UNNOTICED'} ${index} ${guard.file}: ${guard.line}\n          ${sentence}`);
}
console.info(`${chosen.length - unnoticed} of ${chosen.length} guards are missed when they are gone.`);
process.exit(unnoticed > 0 ? 1 : 0);

/** Runs the one test that answers for the guard; it must run and fail. */
async function tryWithout({ test }: CodeGuard, index: number): Promise<{ noticed: boolean; sentence: string }> {
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--root', '.', '--bail', '1', test];
  const child = spawn(process.execPath, parameters, { env: { ...process.env, GUARD: String(index), NO_COLOR: '1', FORCE_COLOR: '0' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  await new Promise((done) => child.on('close', done));
  const failed = /^\s*FAIL .*$/m.exec(output)?.[0].trim();
  const noticed = /Tests +\d+ failed/.test(output);
  return { noticed, sentence: (noticed ? failed : output.trim().split('\n').slice(-8).join(' | ')) ?? '' };
}
