// SPDX-License-Identifier: EUPL-1.2
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { kernTokens } from './tools/kern-tokens.ts';

export default defineConfig({
  plugins: [
    kernTokens(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
      cookieName: 'locale',
      isServer: 'import.meta.env.SSR',
      emitTsDeclarations: true,
      emitReadme: false,
    }),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
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
  resolve: { alias: { '@libs': fileURLToPath(new URL('../../libs', import.meta.url)) } },
  ssr: { external: ['pg', 'openid-client', 'jose', 'pino'], resolve: { conditions: ['source', 'module', 'node', 'svelte', 'development|production'] } },
});
