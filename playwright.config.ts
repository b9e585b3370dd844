// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 3950);
// A hub that runs already may be named instead; otherwise the product is started as a user would, on a data folder of its own.
const running = process.env['E2E_URL'];

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'reports/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // CI adds up what each runner leaves in reports/ (.ci/run).
  reporter: process.env['CI'] ? [['list'], ['json', { outputFile: `${process.env['REPORTS'] ?? 'reports'}/e2e.json` }]] : 'list',
  use: { baseURL: running ?? `http://127.0.0.1:${port}`, locale: 'de-DE', timezoneId: 'Europe/Berlin', screenshot: 'only-on-failure' },
  ...(running
    ? {}
    : {
        webServer: {
          command: `npm start -- --port ${port} --data reports/e2e-hub --fresh`,
          url: `http://127.0.0.1:${port}/health/ready`,
          timeout: 300_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
        },
      }),
  projects: [
    { name: 'browser' },
    {
      name: 'without JavaScript',
      testMatch: ['administration.spec.ts', 'finding.spec.ts', 'sharing.spec.ts'],
      use: { javaScriptEnabled: false },
    },
  ],
});
