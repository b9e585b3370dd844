// SPDX-License-Identifier: EUPL-1.2
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';
import { browserRuntime } from './tools/browser-runtime.ts';
import { chunkGroups } from './tools/chunks.ts';
import { kernTokens } from './tools/kern-tokens.ts';
import { words } from './tools/words.ts';

export default defineConfig({
  plugins: [
    kernTokens(),
    browserRuntime(),
    paraglideVitePlugin(words),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute of the router's announcer, by its hash.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'font-src': ['self'],
          'img-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
      // The session's own check does this, and lets the provider's back-channel logout through (lib/server/session).
      csrf: { trustedOrigins: ['*'] },
      version: { name: process.env.npm_package_version ?? 'development' },
    }),
  ],
  // Light and dark are one value in the stylesheet (`light-dark()`); an older target would write everything twice.
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups() } } } } } },
  resolve: {
    alias: { '@libs': fileURLToPath(new URL('../../libs', import.meta.url)) },
    // The input checks are shared with the API as source; `#platform/...` in them follows the root package.json.
    conditions: ['source', 'svelte', ...defaultClientConditions],
  },
  ssr: {
    external: ['pg', 'openid-client', 'jose', 'pino'],
    resolve: { conditions: ['source', 'svelte', ...defaultServerConditions] },
  },
});
