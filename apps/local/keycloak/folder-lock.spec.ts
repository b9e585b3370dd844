// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withFolderLock } from './folder-lock.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});

afterAll(() => rm(folder, { recursive: true }));

it('lets one at a time in, and the next when the first is done or has failed', async () => {
  const file = join(folder, 'one.lock');
  const inside: string[] = [];
  const work = (name: string, fails = false): Promise<void> =>
    withFolderLock(file, async () => {
      inside.push(`${name} in`);
      await new Promise(setImmediate);
      inside.push(`${name} out`);
      if (fails) throw new Error('failed');
    });
  const outcomes = await Promise.allSettled([work('a', true), work('b')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(inside).toEqual(['a in', 'a out', 'b in', 'b out']);
  expect(existsSync(file)).toBe(false);
});

it('takes over from a holder that died', async () => {
  const file = join(folder, 'two.lock');
  // Above every process id of this machine.
  await writeFile(file, '99999999');
  expect(await withFolderLock(file, async () => 'done')).toBe('done');
});
