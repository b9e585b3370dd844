// SPDX-License-Identifier: EUPL-1.2
import { pages, type Reach, reachOf } from './reach.ts';

interface Group {
  name: string;
  test: (id: string) => boolean;
  priority: number;
}

const ENTRY = 'routes/beitrag/[id]/[[slug]]/+page.svelte';
const PREVIEW = 'routes/beitrag/[id]/vorschau/+page.svelte';

/**
 * What travels together. Left alone, the bundler makes a file of every icon and message that two pages share: fifty requests that
 * compress badly. So: what runs every page, what the frame of every page shows (or says when there is none), and what only an entry's page shows. Which files, words
 * and icons those are is read from the sources, so nothing rides along that only some other page needs.
 *
 * What an entry's page shares with others goes with the frame: who reads an entry needs it anyway. So does what the frame fetches later
 * and a page needs at once: Kit 3.2 leaves the styles out of a page without scripts when it meets them behind an `import()` first.
 */
export function chunkGroups(): Group[] {
  const frame = reachOf(['routes/+layout.svelte', 'routes/+error.svelte', 'hooks.client.ts']);
  const later = reachOf([...frame.later]);
  const entry = reachOf([ENTRY]);
  const others = reachOf(pages().filter((page) => page !== ENTRY && page !== PREVIEW));
  const shared = (id: string): boolean => [later, entry, others].filter((reach) => isIn(reach, id)).length > 1;
  return [
    { name: 'runtime', priority: 3, test: (id) => /node_modules\/(svelte|devalue|esm-env|clsx)\//.test(id) },
    { name: 'frame', priority: 2, test: (id) => isIn(frame, id) || shared(id) || /src\/lib\/paraglide\/(runtime|registry)/.test(id) },
    { name: 'entry', priority: 1, test: (id) => isIn(entry, id) },
  ];
}

function isIn(reach: Reach, id: string): boolean {
  const [path = ''] = id.split('?');
  const [, word] = /paraglide\/messages\/(\w+)\.js$/.exec(path) ?? [];
  const [, icon] = /lucide\/dist\/esm\/icons\/([\w-]+)\.mjs$/.exec(path) ?? [];
  return reach.files.has(path) || (word !== undefined && reach.words.has(word)) || (icon !== undefined && reach.icons.has(icon));
}
