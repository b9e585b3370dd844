// SPDX-License-Identifier: EUPL-1.2
import type { Pool, PoolClient } from 'pg';
import type { Caller, Entered, Viewer } from '../access/viewer.js';
import { LockedError } from '../errors/errors.js';
import { databaseError } from './database-error.js';
import { inOnePacket } from './pool.js';
import { type Statement, statement } from './statement.js';

const enter = statement('select access.enter($1, $2, $3) as viewer');

/**
 * What one operation reads: one `repeatable read read only` transaction, opened at the first statement by computing the viewer's audiences.
 * Begin, enter and the first statement go out in one packet (the pool pipelines), so a page costs one round trip; commit follows the answer.
 * An unused session costs nothing. Must be ended; after an error the connection is thrown away.
 */
export class ReadSession {
  #opened: { client: PoolClient; viewer: Promise<Viewer> } | undefined;
  #opening: Promise<{ client: PoolClient; viewer: Promise<Viewer> }> | undefined;
  #broken = false;
  #ended = false;

  constructor(
    private readonly pool: Pool,
    readonly caller: Caller,
  ) {}

  /** @throws LockedError when the person was locked, UnavailableError when the database is away. */
  async viewer(): Promise<Viewer> {
    const { viewer } = await this.#open();
    return viewer;
  }

  /** Rows under the viewer's audiences. @throws LockedError, UnavailableError */
  async rows<Row extends object>({ name, sql }: Statement, values: unknown[] = []): Promise<Row[]> {
    const { client, viewer } = await this.#open();
    const [result] = await Promise.all([this.#watch(client.query<Row>({ name, text: sql, values })), viewer]);
    return result.rows;
  }

  async row<Row extends object>(query: Statement, values: unknown[] = []): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(query, values);
    return first;
  }

  /** The last of the operation. A field that is still being resolved, because another one failed, gets nothing more: nobody would close it. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.close();
  }

  /** Ends the transaction; the next statement opens another. The answer need not wait for it: nothing was written. */
  async close(): Promise<void> {
    if (!this.#opening) return;
    await this.#opening.catch(() => undefined);
    if (!this.#opened) return;
    const { client, viewer } = this.#opened;
    this.#opened = undefined;
    this.#opening = undefined;
    const ended = await Promise.allSettled([client.query('commit'), viewer]);
    client.release(this.#broken || ended[0].status === 'rejected');
  }

  #open(): Promise<{ client: PoolClient; viewer: Promise<Viewer> }> {
    if (this.#ended) return Promise.reject(new Error('The operation is over.'));
    this.#opening ??= this.#start();
    return this.#opening;
  }

  async #start(): Promise<{ client: PoolClient; viewer: Promise<Viewer> }> {
    const client = await this.pool.connect().catch((error: unknown) => Promise.reject(databaseError(error)));
    inOnePacket(client);
    const begun = this.#watch(client.query('begin isolation level repeatable read read only'));
    const values = [this.caller?.issuer ?? null, this.caller?.subject ?? null, this.caller?.actingFor ?? null];
    const entered = this.#watch(client.query<{ viewer: Entered }>({ name: enter.name, text: enter.sql, values }));
    const viewer = Promise.all([entered, begun]).then(([result]) => admitted(result.rows[0]?.viewer));
    viewer.catch(() => undefined);
    this.#opened = { client, viewer };
    return this.#opened;
  }

  async #watch<T>(query: Promise<T>): Promise<T> {
    try {
      return await query;
    } catch (error) {
      this.#broken = true;
      throw databaseError(error);
    }
  }
}

/** The viewer, unless the hub has locked the person. */
export function admitted(entered: Entered | undefined): Viewer {
  if (!entered || entered.status === 'locked') throw new LockedError();
  return entered;
}
