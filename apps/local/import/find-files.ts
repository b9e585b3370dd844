// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';

export interface FoundFile {
  path: string;
  /** From the folder that was named, with its name: the same wherever the folder lies on a disk. */
  key: string;
  readable: boolean;
}

const endings = new Set(['.md', '.markdown', '.txt']);

/** The files that were named and those in the folders that were named, in order. @throws Error for a path that does not exist */
export function findFiles(paths: readonly string[]): FoundFile[] {
  return paths.map((path) => resolve(path)).flatMap((start) => walk(start).map((path) => describe(start, path)));
}

function describe(start: string, path: string): FoundFile {
  const key = join(basename(start), relative(start, path)).replaceAll('\\', '/');
  return { path, key, readable: endings.has(extname(path).toLowerCase()) };
}

function walk(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`${path} does not exist.`);
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !name.startsWith('.'));
  return names.sort((a, b) => a.localeCompare(b, 'de')).flatMap((name) => walk(join(path, name)));
}
