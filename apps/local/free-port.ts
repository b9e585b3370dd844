// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';

/** True when nobody listens on the port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  return promise;
}

/** The first free port from `first` on that is not among `taken`. @throws Error when a hundred in a row are in use */
export async function freePort(first: number, taken: readonly number[] = []): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`The ports ${first} to ${first + 99} are all in use.`);
}
