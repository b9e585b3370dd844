// SPDX-License-Identifier: EUPL-1.2
import { compile, type CompilerOptions } from '@inlang/paraglide-js';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** How messages become functions; the build and `npm run codegen` must agree. */
export const words: CompilerOptions = {
  project: here('project.inlang'),
  outdir: here('src/lib/paraglide'),
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
  cookieName: 'locale',
  isServer: 'import.meta.env.SSR',
  emitTsDeclarations: true,
  emitReadme: false,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile(words);
