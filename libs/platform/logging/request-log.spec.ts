// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLogger } from './logger.js';
import { logged } from './request-log.js';

let server: Server;
let address: string;
const lines: string[] = [];
const log = createLogger('api', 'info', { write: (line) => void lines.push(line) });

beforeAll(async () => {
  server = createServer((request, response) =>
    logged(log, request, response, () => {
      setImmediate(() => {
        if (request.url !== '/health/live') log.warn('while answering');
        if (request.url === '/never') request.socket.destroy();
        else response.writeHead(503).end();
      });
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => void lines.splice(0));
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  await fetch(address + path, { headers }).catch(() => undefined);
  await expect.poll(() => lines.length).toBeGreaterThan(path === '/health/live' ? -1 : 1);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('every line of a request carries its id, the last one what came of it', async () => {
  const requestId = '5f0d1c52-web';
  expect(await ask('/graphql?text=geheim', { 'x-request-id': requestId, authorization: 'Bearer geheim' })).toMatchObject([
    { requestId, msg: 'while answering' },
    { requestId, msg: 'answered', method: 'GET', path: '/graphql', status: 503, ms: expect.any(Number) },
  ]);
  expect(lines.join('')).not.toMatch(/geheim|127\.0\.0\.1/);
});

it('a request without an id, or with one that is none, gets one of ours', async () => {
  for (const headers of [{}, { 'x-request-id': 'x' }, { 'x-request-id': 'a"} {"b' }, { 'x-request-id': 'x'.repeat(65) }]) {
    lines.splice(0);
    const [first, last] = await ask('/graphql', headers);
    expect(first?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(last?.['requestId']).toBe(first?.['requestId']);
  }
});

it('says so when the one who asked has gone', async () => {
  expect((await ask('/never')).at(-1)).toMatchObject({ msg: 'given up', path: '/never' });
});

it('questions of health leave no line', async () => {
  expect(await ask('/health/live')).toEqual([]);
});

it('outside a request there is no id', () => {
  log.info('listening');
  expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('requestId');
});
