// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, writeFileSync } from 'node:fs';
import { realmFileName, realmFileText } from '../file/text.ts';
import { print } from '../print.ts';

/** `npm run realm -- file [--check]`. @returns 1 when the committed file is another one */
export async function run(args: string[]): Promise<number> {
  const text = realmFileText();
  if (!args.includes('--check')) {
    writeFileSync(realmFileName, text);
    return 0;
  }
  if (readFileSync(realmFileName, 'utf8') === text) return 0;
  print(`${realmFileName} is not what apps/realm/file says: run "npm run realm -- file" and commit the result.`);
  return 1;
}
