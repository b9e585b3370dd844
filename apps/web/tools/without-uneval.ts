// SPDX-License-Identifier: EUPL-1.2
import type { Plugin } from 'vite';

/**
 * Kit 3.2 sends the browser `uneval`, which writes what the server puts into a page and which no browser calls: 3 KB of every page's
 * 60. Look again when Kit changes `runtime/app/internal/transport.js`.
 */
export function withoutUneval(): Plugin {
  return {
    name: 'without-uneval',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    load: (id) => (/\/devalue\/src\/uneval\.js$/.test(id) ? STUB : undefined),
  };
}

const STUB = "export function uneval() { throw new Error('only the server writes pages'); }";
