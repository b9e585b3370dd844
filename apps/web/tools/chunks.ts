// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

interface Group {
  name: string;
  test: (id: string) => boolean;
  priority: number;
}

/**
 * What travels together. Left alone, the bundler makes a file of every icon and message that two pages share: fifty requests that
 * compress badly. So: what runs every page, what the frame of every page needs, and what an entry needs.
 */
export function chunkGroups(): Group[] {
  const frameWords = wordsOf('frame');
  return [
    { name: 'runtime', priority: 3, test: (id) => /node_modules\/(svelte|devalue|esm-env|clsx)\//.test(id) },
    { name: 'frame', priority: 2, test: (id) => isFrame(id) || frameWords.has(messageOf(id)) },
    { name: 'entry', priority: 1, test: isEntry },
  ];
}

function isFrame(id: string): boolean {
  if (/SuggestionList|shortcuts/.test(id)) return false;
  return /src\/lib\/frame\/|src\/lib\/format\/(dates|numbers|counts|translated|kept-together)\.ts|src\/lib\/kinds\/(index|[\w-]+\/kind)\.ts|src\/lib\/paraglide\/(runtime|registry)|src\/lib\/components\/(Icon|Button|Menu|TextParts)\.svelte/.test(
    id,
  );
}

function isEntry(id: string): boolean {
  return /src\/lib\/(entries\/|components\/(RailSection|Facts|Status|Breadcrumb|Notice|Toast|Prose|TextSections)\.svelte)|node_modules\/lucide\//.test(
    id,
  );
}

function messageOf(id: string): string {
  return /paraglide\/messages\/(\w+)\.js/.exec(id)?.[1] ?? '';
}

function wordsOf(file: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`../messages/de/${file}.json`, import.meta.url), 'utf8');
  return new Set(Object.keys(JSON.parse(text) as Record<string, unknown>));
}
