// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ENDED_CHANNEL } from './store.ts';

const RECONNECT_MS = 1_000;
/** As it stands in `pg_stat_activity`. */
const LISTENER = 'web session endings';

/** Tells streams that stay open when their session has ended, in whichever process it did. Listens only while somebody wants to know. */
export class Endings {
  private readonly databaseUrl: string;
  private readonly listeners = new Map<string, Set<() => void>>();
  private client: pg.Client | undefined;
  private connecting = false;

  constructor(databaseUrl: string) {
    this.databaseUrl = databaseUrl;
  }

  /** @returns how to stop listening */
  subscribe(id: string, listener: () => void): () => void {
    const known = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, known.add(listener));
    void this.connect();
    return () => {
      known.delete(listener);
      if (!known.size) this.listeners.delete(id);
      if (!this.listeners.size) void this.stop();
    };
  }

  async stop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.client || this.connecting) return;
    this.connecting = true;
    while (!this.client && this.listeners.size) {
      await this.listen().catch(() => wait(RECONNECT_MS, undefined, { ref: false }));
    }
    this.connecting = false;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true, application_name: LISTENER });
    const lost = new Promise<void>((resolve) => client.on('end', resolve));
    client.on('notification', ({ payload }) => this.ended(payload ?? ''));
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`listen ${ENDED_CHANNEL}`);
    await this.catchUp(client);
    this.client = client;
    if (!this.listeners.size) await this.stop();
    void lost.then(() => this.reconnect(client));
  }

  private reconnect(lost: pg.Client): Promise<void> | undefined {
    if (this.client !== lost) return undefined;
    this.client = undefined;
    return this.connect();
  }

  /** What ended while nobody listened was told to nobody. */
  private async catchUp(client: pg.Client): Promise<void> {
    const ids = [...this.listeners.keys()];
    const { rows } = await client.query<{ id: string }>('select id from web.session where id = any($1::uuid[]) and ends_at > now()', [ids]);
    const alive = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!alive.has(id)) this.ended(id);
  }

  private ended(id: string): void {
    const listeners = this.listeners.get(id) ?? [];
    this.listeners.delete(id);
    for (const listener of listeners) listener();
  }
}
