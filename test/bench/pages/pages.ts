// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Page } from '@playwright/test';
import { freePort } from '../../../apps/local/free-port.js';
import type { BenchOptions, Figure } from '../figure.js';
import { StartedHub } from '../../support/started-hub.js';

/** What a person waits for and downloads: the second start, an entry page in a browser, memory under load. The build must be made already. */
export async function pages({ log }: BenchOptions): Promise<Figure[]> {
  const data = await mkdtemp(join(tmpdir(), 'hub-bench-pages-'));
  try {
    const first = await StartedHub.start(data, await freePort(25_000));
    log(`first start with example data, built before: ${first.seconds.toFixed(1)} s`);
    await first.stop();
    const hub = await StartedHub.start(data, await freePort(25_100));
    log(`second start: ${hub.seconds.toFixed(1)} s`);
    try {
      return [
        { name: 'second npm start until the first page', measured: hub.seconds, goal: 4, unit: 's' },
        ...(await entryPage(hub, log)),
        await memory(hub, log),
      ];
    } finally {
      await hub.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function entryPage(hub: StartedHub, log: (line: string) => void): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? (await chromiumPackage.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const context = await browser.newContext({ baseURL: hub.url });
    const page = await context.newPage();
    await page.goto(`/auth/sign-in?person=lea.hartwig&to=${encodeURIComponent('/suche?q=Bewegung+dimmen')}`);
    const hit = page.getByRole('main').getByRole('article').getByRole('heading').getByRole('link').first();
    const address = await hit.getAttribute('href');
    if (!address) throw new Error(`${page.url()} shows no hit.`);
    // A browser that has not been here: nothing but the session's cookie.
    const fresh = await browser.newContext({ baseURL: hub.url, storageState: await context.storageState() });
    const bytes = await downloaded(await fresh.newPage(), address);
    log(`entry page: ${JSON.stringify(bytes)} KB`);
    const all = Object.values(bytes).reduce((sum, value) => sum + value, 0);
    return [
      { name: 'JavaScript of an entry page, compressed', measured: bytes['script'] ?? 0, goal: 60, unit: 'KB' },
      { name: 'all bytes of an entry page', measured: all, goal: 150, unit: 'KB' },
    ];
  } finally {
    await browser.close();
  }
}

/**
 * Kilobytes of bodies by kind of resource, compressed as over TLS: browsers ask for Brotli there and not on plain http, so each address the
 * browser asked for is asked for once more.
 */
async function downloaded(page: Page, address: string): Promise<Record<string, number>> {
  const kinds = new Map<string, string>();
  page.on('requestfinished', (request) => kinds.set(request.url(), request.resourceType()));
  await page.goto(address, { waitUntil: 'networkidle' });
  // A draft's address leads into the editor, which is another page.
  if (new URL(page.url()).pathname !== address) throw new Error(`${address} led to ${page.url()}.`);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const bytes: Record<string, number> = {};
  for (const [url, kind] of kinds) bytes[kind] = (bytes[kind] ?? 0) + (await bodySize(url, cookie)) / 1024;
  return bytes;
}

/** Bytes as they come over the wire. */
function bodySize(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br', cookie } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => (size += chunk.length));
      response.on('end', () => resolve(size));
    }).on('error', reject);
  });
}

/** API, web and worker after 20,000 requests of pages without a session, which go through all but the worker. */
async function memory(hub: StartedHub, log: (line: string) => void): Promise<Figure> {
  await autocannon({ url: `${hub.url}/wissen`, amount: 20_000, connections: 8 });
  const used = hub.memoryMb();
  log(`memory: ${JSON.stringify(used)} MB`);
  const sum = (used['api'] ?? 0) + (used['web'] ?? 0) + (used['worker'] ?? 0);
  return { name: 'memory of API, web and worker after 20,000 requests', measured: sum, goal: 450, unit: 'MB' };
}
