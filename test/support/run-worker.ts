// SPDX-License-Identifier: EUPL-1.2
import { createServer, defaultServerConditions } from 'vite';

// The worker from its sources, in a process of its own that a test may kill. Node alone runs no decorators.
const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, ws: false, watch: null },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
});
await server.ssrLoadModule('/apps/worker/main.ts');
