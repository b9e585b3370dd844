// SPDX-License-Identifier: EUPL-1.2
import compression from 'compression';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pino from 'pino';

/**
 * Runs the built app at the address ORIGIN names. adapter-node bakes the public address in at build time or believes a header of the
 * request; one build must run anywhere, and no request may choose what the app takes for its own address, so both headers are ours.
 *
 * ORIGIN  public address, for example https://wissen.hellbrueck.example (required)
 * HOST    where to listen; by default the host of ORIGIN when it is a loopback address, otherwise all
 * PORT    by default the port of ORIGIN, otherwise 3000
 */
const PROTOCOL_HEADER = 'x-own-protocol';
const HOST_HEADER = 'x-own-host';
const STOP_MS = 10_000;

const log = pino({ name: 'web' });
const origin = publicAddress();
// The API takes 1 MB; adapter-node's own limit is half of that and would refuse a long text with a bare error page.
Object.assign(process.env, { PROTOCOL_HEADER, HOST_HEADER, BODY_SIZE_LIMIT: process.env['BODY_SIZE_LIMIT'] ?? '1M' });

const { handler } = (await import(new URL('./build/handler.js', import.meta.url).href)) as {
  handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
};

/** Scripts and styles were compressed by the build; this is for pages. They hold no secret that a guess could be measured against. */
const compress = compression() as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const server = createServer((request, response) => {
  request.headers[PROTOCOL_HEADER] = origin.protocol.slice(0, -1);
  request.headers[HOST_HEADER] = origin.host;
  compress(request, response, () => handler(request, response, () => response.writeHead(404).end()));
});

server.listen(port(), host(), () => log.info(`listening at ${origin.origin}`));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);

function publicAddress(): URL {
  const { ORIGIN } = process.env;
  if (ORIGIN && URL.canParse(ORIGIN)) return new URL(ORIGIN);
  log.fatal('ORIGIN must be the public address of the web app, for example http://127.0.0.1:3000');
  process.exit(1);
}

function host(): string {
  return (
    process.env['HOST'] ?? (/^(127\.|localhost$|\[::1\]$)/.test(origin.hostname) ? origin.hostname.replace(/^\[|\]$/g, '') : '0.0.0.0')
  );
}

function port(): number {
  return Number(process.env['PORT'] ?? (origin.port || 3000));
}

/** Requests under way are finished, and the session's listeners closed, before the process ends. */
function stop(): void {
  server.close(() => {
    process.emit('sveltekit:shutdown' as 'SIGTERM', 'SIGTERM');
    setTimeout(() => process.exit(0), 200).unref();
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), STOP_MS).unref();
}
