// SPDX-License-Identifier: EUPL-1.2
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything a page loads at once; types are not part of it. */
export interface Reach {
  files: ReadonlySet<string>;
  /** Files that are fetched when they are needed (`import()`). */
  later: ReadonlySet<string>;
  /** Names of messages. */
  words: ReadonlySet<string>;
  /** File names of icons, without ending. */
  icons: ReadonlySet<string>;
}

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const IMPORT = /^\s*import\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm;
const LATER = /\bimport\('([^']+)'\)/g;
const GLOB = /import\.meta\.glob[^(]*\('([^']+)',[^)]*eager: true/g;
const ICONS = /^\s*import\s+\{([^}]*)\}\s+from\s+'lucide'/gm;

/** All pages, as paths inside `src`. */
export function pages(): string[] {
  return globSync('routes/**/+{page,error}.svelte', { cwd: SOURCES });
}

/** Follows the imports from these files; paths inside `src` or absolute. */
export function reachOf(starts: readonly string[]): Reach {
  const files = new Set<string>();
  const later = new Set<string>();
  const words = new Set<string>();
  const icons = new Set<string>();
  const waiting = starts.map((start) => resolve(SOURCES, start));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const text = readFileSync(file, 'utf8');
    waiting.push(...importsOf(file, text));
    for (const [, path = ''] of text.matchAll(LATER)) if (path.startsWith('#lib/')) later.add(pathOf(file, path));
    for (const [, word] of text.matchAll(/\bm\.(\w+)\b/g)) if (word) words.add(word);
    for (const [, names = ''] of text.matchAll(ICONS)) for (const icon of namesIn(names)) icons.add(iconFile(icon));
  }
  return { files, later, words, icons };
}

function importsOf(file: string, text: string): string[] {
  const imported = [...text.matchAll(IMPORT)].map(([, path = '']) => pathOf(file, path));
  const globbed = [...text.matchAll(GLOB)].flatMap(([, pattern = '']) => globSync(join(dirname(file), pattern)));
  return [...imported, ...globbed].filter((path) => ['.ts', '.svelte'].includes(extname(path)) && existsSync(path));
}

function pathOf(file: string, path: string): string {
  if (path.startsWith('#lib/')) return join(SOURCES, 'lib', path.slice('#lib/'.length));
  return path.startsWith('.') ? join(dirname(file), path) : path;
}

/** `{ Menu as MenuLines, type IconNode }` → `Menu` */
function namesIn(list: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  return names.filter((name) => name && !name.startsWith('type ')).map((name) => name.split(/\s+as\s+/)[0] ?? name);
}

const iconFiles = lucideFiles();

function iconFile(name: string): string {
  const file = iconFiles.get(name);
  if (file === undefined) throw new Error(`lucide has no icon ${name}`);
  return file;
}

/** An icon's name is not always its file's: older names stay as aliases. */
function lucideFiles(): ReadonlyMap<string, string> {
  const text = readFileSync(createRequire(import.meta.url).resolve('lucide/dist/esm/lucide.mjs'), 'utf8');
  const lines = [...text.matchAll(/^export \{ (default as [^}]*) \} from '\.\/icons\/([\w-]+)\.mjs'/gm)];
  return new Map(lines.flatMap(([, names = '', file = '']) => names.split(', ').map((name) => [name.slice('default as '.length), file])));
}
