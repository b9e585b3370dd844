// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGES_FOLDER } from '$app/env/private';
import { renderMarkdown } from '#lib/markdown/render.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/**
 * What the city itself wrote for a page of the footer, as safe HTML: `<name>.<language>.md` in PAGES_FOLDER. Null where there is no
 * such file; the page then shows the text that comes with the software.
 */
export async function ownPage(name: 'impressum' | 'datenschutz'): Promise<string | null> {
  if (!PAGES_FOLDER) return null;
  try {
    return renderMarkdown(await readFile(join(PAGES_FOLDER, `${name}.${getLocale()}.md`), 'utf8'), name);
  } catch {
    return null;
  }
}
