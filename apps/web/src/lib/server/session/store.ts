// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Tokens } from '../oidc/provider.ts';
import type { LeaverWay, SessionRule } from './announce.ts';
import type { Seal } from './seal.ts';

/** What a live row says; the tokens opened. */
export interface StoredSession {
  id: string;
  tokens: Tokens;
  announced: boolean;
  actingFor: string | null;
  /** The refresh token was sent and no answer kept: it may have been spent. */
  refreshMayBeSpent: boolean;
  /** Alias of the company's provider; null for an account of the realm itself. */
  provider: string | null;
  leaverWay: LeaverWay;
  /** When that provider last knew the person. */
  knownAt: Date;
  endsAt: Date;
}

export interface Lifetimes {
  idleMinutes: number;
  longestHours: number;
}

/** One of a person's sessions, as they see it. */
export interface OwnSession {
  /** Names it in a form; the id itself never leaves the server. */
  handle: string;
  isThis: boolean;
  device: string;
  begunAt: Date;
  seenAt: Date;
}

type Queryable = Pool | PoolClient;

interface Row {
  id: string;
  tokens: Buffer;
  announced: boolean;
  acting_for: string | null;
  refresh_sent_at: Date | null;
  provider: string | null;
  leaver_way: LeaverWay;
  known_at: Date;
  ends_at: Date;
}

const COLUMNS = 'id, tokens, announced, acting_for, refresh_sent_at, provider, leaver_way, known_at, ends_at';

const HANDLE = `left(encode(sha256(id::text::bytea), 'hex'), 20)`;

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
  async create(tokens: Tokens, rule: SessionRule, device = ''): Promise<string> {
    const cookie = randomBytes(32).toString('base64url');
    const id = randomUUID();
    await this.pool.query(
      `insert into web.session (id, cookie_hash, subject, sid, tokens, access_token_ends_at, announced, provider, leaver_way,
                                sign_out_at_provider, device, ends_at)
       values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, $10, now() + least(make_interval(hours => $11), make_interval(mins => $12)))`,
      [
        ...[id, hash(cookie), tokens.subject, tokens.sid, this.sealed(id, tokens), tokens.endsAt],
        ...[rule.provider, rule.leaverWay, rule.signOutAtProvider, device, this.lifetimes.longestHours],
        rule.minutes ?? this.lifetimes.longestHours * 60,
      ],
    );
    return cookie;
  }

  async findByCookie(cookie: string): Promise<StoredSession | null> {
    const { rows } = await this.pool.query<Row & { unseen: boolean }>(
      `select ${COLUMNS}, last_seen_at < now() - ${SEEN_EVERY} as unseen
         from web.session
        where cookie_hash = $1 and ends_at > now() and last_seen_at > now() - make_interval(mins => $2)`,
      [hash(cookie), this.lifetimes.idleMinutes],
    );
    const [row] = rows;
    if (row?.unseen) await this.pool.query('update web.session set last_seen_at = now() where id = $1', [row.id]);
    return row ? this.opened(row) : null;
  }

  async find(id: string, on: Queryable = this.pool): Promise<StoredSession | null> {
    const { rows } = await on.query<Row>(`select ${COLUMNS} from web.session where id = $1 and ends_at > now()`, [id]);
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

  /** A company that makes its sessions shorter ends the ones there are as well; using a session never makes it longer. */
  async markAnnounced(id: string, rule: SessionRule): Promise<void> {
    await this.pool.query(
      `update web.session set announced = true, provider = $2, leaver_way = $3, sign_out_at_provider = $4,
              ends_at = least(ends_at, created_at + make_interval(mins => $5)) where id = $1`,
      [id, rule.provider, rule.leaverWay, rule.signOutAtProvider, rule.minutes],
    );
  }

  async markKnown(id: string, on: Queryable): Promise<void> {
    await on.query('update web.session set known_at = now() where id = $1', [id]);
  }

  async setActingFor(id: string, companyId: string | null): Promise<void> {
    await this.pool.query('update web.session set acting_for = $2 where id = $1', [id, companyId]);
  }

  /** @param on the connection that holds the lock of a renewal: taking a second one of the same pool, ten renewals would wait for each other */
  async end(id: string, on: Queryable = this.pool): Promise<void> {
    await on.query(`with gone as (delete from web.session where id = $1 returning id) ${TELL}`, [id]);
  }

  /** Of the same person, this one first, then the one seen last. */
  async listOwn({ id, tokens }: StoredSession): Promise<OwnSession[]> {
    const { rows } = await this.pool.query<OwnSession>(
      `select ${HANDLE} as handle, id = $2 as "isThis", device, created_at as "begunAt", last_seen_at as "seenAt" from web.session
        where subject = $1 and ends_at > now() and last_seen_at > now() - make_interval(mins => $3)
        order by id <> $2, last_seen_at desc, id limit 50`,
      [tokens.subject, id, this.lifetimes.idleMinutes],
    );
    return rows;
  }

  /**
   * Ends others of the same person.
   *
   * @param handle the one to end; null for all
   * @returns their tokens, for ending them at the realm as well
   */
  async endOwn({ id, tokens }: StoredSession, handle: string | null): Promise<Tokens[]> {
    const { rows } = await this.pool.query<Row>(
      `with gone as (delete from web.session where subject = $1 and id <> $2 and ($3::text is null or ${HANDLE} = $3) returning ${COLUMNS})
       select gone.*, pg_notify('${ENDED_CHANNEL}', id::text) from gone`,
      [tokens.subject, id, handle],
    );
    return rows.flatMap((row) => this.opened(row)?.tokens ?? []);
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
    const { id, announced, acting_for: actingFor, provider, leaver_way: leaverWay, known_at: knownAt, ends_at: endsAt } = row;
    return { id, tokens, announced, actingFor, refreshMayBeSpent: row.refresh_sent_at !== null, provider, leaverWay, knownAt, endsAt };
  }
}

/** Tells every web process which of its open streams to close. */
export const TELL = `select pg_notify('${ENDED_CHANNEL}', id::text) from gone`;

function hash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
