// SPDX-License-Identifier: EUPL-1.2
import type { Plugin } from 'vite';

/**
 * Leaves out of the browser what no page of ours calls there. Each replaced file says what it stands for; an import that is missing in it
 * fails the build.
 */
export function browserRuntime(): Plugin {
  return {
    name: 'browser-runtime',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    load(id) {
      if (/\/devalue\/src\/uneval\.js$/.test(id)) return UNEVAL;
      if (/\/src\/lib\/paraglide\/runtime\.js$/.test(id)) return LANGUAGE;
      return undefined;
    },
  };
}

/** `uneval` writes what the server puts into a page: 3 KB. Look again when Kit changes `runtime/app/internal/transport.js`. */
const UNEVAL = "export function uneval() { throw new Error('only the server writes pages'); }";

/** The server has chosen the language; guessing again in the browser could write other words than it did. A change is a new page. */
const LANGUAGE = `
export const getLocale = () => document.documentElement.lang;
export const experimentalStaticLocale = undefined;
`;
