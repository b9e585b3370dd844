// SPDX-License-Identifier: EUPL-1.2
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

// `#platform/...` means the TypeScript sources here (package.json, "imports").
const conditions = ['source', ...defaultServerConditions];

export default defineConfig({
  // Node takes the CommonJS half of this package, Vite would take the other, and GraphQL refuses to be loaded twice.
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  ssr: { resolve: { conditions } },
  // The environment in which Vitest runs global set-up.
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    // CI adds up what each runner leaves in reports/ (.ci/run).
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: `${process.env['REPORTS'] ?? 'reports'}/vitest.json` }]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['{libs,tools}/**/*.spec.ts', 'apps/{api,worker,sign-in,local,realm}/**/*.spec.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['test/{support,api,contract,leaks,faults}/**/*.spec.ts', 'apps/web/src/**/*.spec.ts'],
          globalSetup: 'test/support/global-setup.ts',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // Against a real Keycloak, which all files share: `npm run test:sso`.
          name: 'sso',
          include: ['test/sso/**/*.spec.ts'],
          globalSetup: 'test/sso/support/global-setup.ts',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
