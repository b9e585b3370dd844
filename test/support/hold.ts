// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { vi } from 'vitest';
import { query } from './database.js';

/** Holds a lock, so that whoever needs the same waits at that very place. */
export class Hold {
  private constructor(
    private readonly url: string,
    private readonly client: pg.Client,
  ) {}

  /** @param statement such as `lock table topic` or `select 1 from entry where id = $1 for update` */
  static async take(superuserUrl: string, statement: string, values: unknown[] = []): Promise<Hold> {
    const client = new pg.Client({ connectionString: superuserUrl });
    await client.connect();
    await client.query('begin');
    await client.query(statement, values);
    return new Hold(superuserUrl, client);
  }

  /** Answers when so many connections wait for a lock. @returns their processes */
  async waitedForBy(count: number): Promise<number[]> {
    return until(async () => {
      const rows = await query<{ pid: number }>(
        this.url,
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length < count) throw new Error(`${rows.length} of ${count} wait`);
      return rows.map(({ pid }) => pid);
    });
  }

  async release(): Promise<void> {
    await this.client.query('rollback');
    await this.client.end();
  }
}

/** Tries again until it succeeds; a busy machine gets its time. */
export function until<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(check, { timeout: 15_000, interval: 25 });
}
