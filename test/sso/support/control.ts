// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManagedProcess } from '../../../apps/local/start/managed-process.js';

/** Lets a test stop and start the server that the whole run shares. */
export async function listenForControl(keycloak: ManagedProcess): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const work = request.url === '/stop' ? keycloak.stop() : keycloak.start();
    work.then(
      () => response.end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

export async function tellKeycloak(control: string | null, what: 'stop' | 'start'): Promise<void> {
  const response = await fetch(`${control}/${what}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
}
