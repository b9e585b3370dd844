// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vitest/config';
import rootConfig from '../../vitest.config.js';
import { codeGuards } from './code-guards.list.js';

const guard = codeGuards[Number(process.env['GUARD'])];

/** The tests on a product from which one guard is taken away, without touching a file. */
export default mergeConfig(
  rootConfig,
  defineConfig({
    // A module without its guard must never be taken for the module.
    test: { fsModuleCache: false },
    plugins: [
      {
        name: 'take-a-guard-away',
        enforce: 'pre',
        transform(code, id) {
          if (!guard || id.split('?')[0] !== resolve(guard.file)) return undefined;
          if (code.split(guard.line).length !== 2) throw new Error(`${guard.file} no longer says "${guard.line}".`);
          return { code: code.replace(guard.line, () => guard.instead), map: null };
        },
      },
    ],
  }),
);
