// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

const requestIds = new AsyncLocalStorage<string>();

/** The request that the present code works for, if any: every line of the log carries it. */
export function presentRequestId(): string | undefined {
  return requestIds.getStore();
}

/** Runs what answers a request, and writes one line when it is answered or the one who asked has gone. Addresses end at the question mark. */
export function logged(log: Logger, request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  requestIds.run(requestId(request), () => {
    const { method, url = '' } = request;
    if (log.isLevelEnabled('info') && !url.startsWith('/health')) {
      const began = performance.now();
      response.once('close', () => {
        const { statusCode: status, writableFinished } = response;
        const ms = Math.round(performance.now() - began);
        log.info({ method, path: url.split('?', 1)[0], status, ms }, writableFinished ? 'answered' : 'given up');
      });
    }
    answer();
  });
}

/** The web app's request id goes on in our log; one that could break a line of it does not. */
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
