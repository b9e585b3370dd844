// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Tokens } from '../oidc/provider.ts';
import type { Seal } from './seal.ts';

/** What a live row says; the tokens opened. */
export interface StoredSession {
  id: string;
  tokens: Tokens;
  announced: boolean;
  actingFor: string | null;
  /** The refresh token was sent and no answer kept: it may have been spent. */
  refreshMayBeSpent: boolean;
}

export interface Lifetimes {
  idleMinutes: number;
  longestHours: number;
}

type Queryable = Pool | PoolClient;

interface Row {
  id: string;
  tokens: Buffer;
  announced: boolean;
  acting_for: string | null;
  refresh_sent_at: Date | null;
}

/** Written at most once a minute for each session, so that reading pages does not mean writing rows. */
const SEEN_EVERY = "interval '1 minute'";
export const ENDED_CHANNEL = 'web_session_ended';

/** The table `web.session`: sessions by the hash of their cookie. Times are the database's, the same for all processes. */
export class SessionStore {
  readonly pool: Pool;
  private readonly seal: Seal;
  private readonly lifetimes: Lifetimes;

  constructor(pool: Pool, seal: Seal, lifetimes: Lifetimes) {
    this.pool = pool;
    this.seal = seal;
    this.lifetimes = lifetimes;
  }

  /** @returns the value of the cookie; it is kept nowhere */
  async create(tokens: Tokens): Promise<string> {
    const cookie = randomBytes(32).toString('base64url');
    const id = randomUUID();
    await this.pool.query(
      `insert into web.session (id, cookie_hash, subject, sid, tokens, access_token_ends_at, announced, ends_at)
       values ($1, $2, $3, $4, $5, $6, true, now() + make_interval(hours => $7))`,
      [id, hash(cookie), tokens.subject, tokens.sid, this.sealed(id, tokens), tokens.endsAt, this.lifetimes.longestHours],
    );
    return cookie;
  }

  async findByCookie(cookie: string): Promise<StoredSession | null> {
    const { rows } = await this.pool.query<Row & { unseen: boolean }>(
      `select id, tokens, announced, acting_for, refresh_sent_at, last_seen_at < now() - ${SEEN_EVERY} as unseen
         from web.session
        where cookie_hash = $1 and ends_at > now() and last_seen_at > now() - make_interval(mins => $2)`,
      [hash(cookie), this.lifetimes.idleMinutes],
    );
    const [row] = rows;
    if (row?.unseen) await this.pool.query('update web.session set last_seen_at = now() where id = $1', [row.id]);
    return row ? this.opened(row) : null;
  }

  async find(id: string, on: Queryable = this.pool): Promise<StoredSession | null> {
    const { rows } = await on.query<Row>(
      'select id, tokens, announced, acting_for, refresh_sent_at from web.session where id = $1 and ends_at > now()',
      [id],
    );
    return rows[0] ? this.opened(rows[0]) : null;
  }

  async markRefreshSent(id: string, sent: boolean, on: Queryable): Promise<void> {
    await on.query('update web.session set refresh_sent_at = case when $2 then now() end where id = $1', [id, sent]);
  }

  /** False when the session ended while the tokens were under way. */
  async replaceTokens(id: string, tokens: Tokens, on: Queryable): Promise<boolean> {
    const { rowCount } = await on.query(
      `update web.session set tokens = $2, access_token_ends_at = $3, sid = $4, refresh_sent_at = null, announced = false where id = $1`,
      [id, this.sealed(id, tokens), tokens.endsAt, tokens.sid],
    );
    return rowCount === 1;
  }

  async markAnnounced(id: string): Promise<void> {
    await this.pool.query('update web.session set announced = true where id = $1', [id]);
  }

  async setActingFor(id: string, companyId: string | null): Promise<void> {
    await this.pool.query('update web.session set acting_for = $2 where id = $1', [id, companyId]);
  }

  /** @param on the connection that holds the lock of a renewal: taking a second one of the same pool, ten renewals would wait for each other */
  async end(id: string, on: Queryable = this.pool): Promise<void> {
    await on.query(`with gone as (delete from web.session where id = $1 returning id) ${TELL}`, [id]);
  }

  /** Rows nobody can use any more, whose streams may still be open; and logout tokens that have ended by themselves. */
  async sweep(): Promise<void> {
    await this.pool.query(
      `with gone as (delete from web.session where ends_at <= now() or last_seen_at <= now() - make_interval(mins => $1) returning id) ${TELL}`,
      [this.lifetimes.idleMinutes],
    );
    await this.pool.query('delete from web.spent_logout_token where ends_at <= now()');
  }

  private sealed(id: string, tokens: Tokens): Buffer {
    return this.seal.close(JSON.stringify(tokens), `session ${id}`);
  }

  /** Null when the key that sealed the tokens is gone: the person signs in again. */
  private opened(row: Row): StoredSession | null {
    const text = this.seal.open(row.tokens, `session ${row.id}`);
    if (text === null) return null;
    const tokens = JSON.parse(text) as Tokens;
    return { id: row.id, tokens, announced: row.announced, actingFor: row.acting_for, refreshMayBeSpent: row.refresh_sent_at !== null };
  }
}

/** Tells every web process which of its open streams to close. */
export const TELL = `select pg_notify('${ENDED_CHANNEL}', id::text) from gone`;

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
