// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** What the lock file says about the start that holds it. */
interface Holder {
  pid: number;
  /** A port of 127.0.0.1 on which the holder answers with its token: a pid alone may belong to somebody else by now. */
  port: number;
  token: string;
  /** Of the web app, as soon as it is known. */
  address: string | null;
}

/** Another start has the data folder. */
class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';

  constructor({ pid, address }: Holder) {
    const where = address ? `is already running at ${address}` : 'is just being started';
    super(`Konzern Stadt ${where} (process ${pid}) with this data folder. Stop it with Ctrl-C there, or use --data for a second one.`);
  }
}

/** One start for each data folder. A lock that a killed start left behind is recognised and taken over. */
export class Lock {
  readonly #file: string;
  readonly #server: Server;
  readonly #holder: Holder;

  private constructor(file: string, server: Server, holder: Holder) {
    this.#file = file;
    this.#server = server;
    this.#holder = holder;
  }

  /** @throws AlreadyRunning */
  static async take(folder: string): Promise<Lock> {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'lock.json');
    await refuseWhileHeld(file);
    const token = randomUUID();
    const server = createServer((socket) => socket.on('error', () => undefined).end(token));
    const port = await listen(server);
    const holder: Holder = { pid: process.pid, port, token, address: null };
    try {
      writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      server.close();
      // Another start was faster by a moment.
      await refuseWhileHeld(file);
      throw error;
    }
    return new Lock(file, server, holder);
  }

  /** So that a second start can say where to look. */
  announce(address: string): void {
    this.#holder.address = address;
    writeFileSync(this.#file, JSON.stringify(this.#holder), { mode: 0o600 });
  }

  release(): void {
    rmSync(this.#file, { force: true });
    this.#server.close();
  }
}

async function refuseWhileHeld(file: string): Promise<void> {
  const holder = read(file);
  if (holder && (await answers(holder))) throw new AlreadyRunning(holder);
  rmSync(file, { force: true });
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen({ port: 0, host: '127.0.0.1' }, () => {
    server.unref();
    const address = server.address();
    resolve(address !== null && typeof address === 'object' ? address.port : 0);
  });
  return promise;
}

function answers({ port, token }: Holder): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let said = '';
  const socket = connect({ port, host: '127.0.0.1', timeout: 2_000 });
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => (said += text));
  socket.on('error', () => resolve(false));
  socket.on('timeout', () => socket.destroy());
  socket.on('close', () => resolve(said === token));
  return promise;
}
