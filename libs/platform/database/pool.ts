// SPDX-License-Identifier: EUPL-1.2
import type { Duplex } from 'node:stream';
import pg from 'pg';

// A plan made for one viewer is up to a thousand times slower for a viewer of another kind, so every statement is planned for its own values.
const sessionOptions = '-c plan_cache_mode=force_custom_plan -c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000';

/** Connections of the role `hub_reader`; statements are sent without waiting for the one before (see `ReadSession`). */
export function readerPool(url: string, max = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: sessionOptions,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  });
  // A connection that breaks while idle (a restart of the server) is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that breaks while it is in use: its statements fail, and the pool takes its listener away for that time.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Holds back what is sent on this connection until the present turn of the event loop is over, so that a transaction's first statements leave
 * in one write. Half of the CPU time of a small read is the system calls of its writes (`npm run bench -- slice`).
 */
export function inOnePacket(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}
