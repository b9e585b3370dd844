// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Made by a build or a tool from what is hashed already.
const generated = /(^|\/)(node_modules|dist|build|\.svelte-kit|paraglide|gql|test-results|cache)(\/|$)|\.spec\.ts$|\.md$/;

/** Tells one state of the sources from another by what they say: a checkout that only touches dates needs no new build. */
export function sourceHash(root: string, paths: readonly string[], counts: (path: string) => boolean = () => true): string {
  const hash = createHash('sha256');
  const found = paths.flatMap((start) => files(root, start)).filter(counts);
  for (const path of found.sort()) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function files(root: string, path: string): string[] {
  if (generated.test(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => files(root, `${path}/${name}`));
}
