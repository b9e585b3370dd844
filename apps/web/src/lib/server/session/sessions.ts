// SPDX-License-Identifier: EUPL-1.2
import type { Cookies } from '@sveltejs/kit';
import pg from 'pg';
import { AttemptCookies } from '../oidc/attempt-cookie.ts';
import { LogoutTokens } from '../oidc/logout-token.ts';
import { Provider, type Tokens } from '../oidc/provider.ts';
import type { Announce, SessionRule } from './announce.ts';
import type { Configuration } from './configuration.ts';
import { Endings } from './endings.ts';
import { Leavers } from './leavers.ts';
import { isFresh, Renewal } from './renewal.ts';
import { Seal } from './seal.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionStore, type StoredSession } from './store.ts';

const SWEEP_EVERY_MS = 10 * 60_000;

/** Everything about sessions in one process: what the handle and the endpoints under /auth work with. */
export class Sessions {
  readonly configuration: Configuration;
  readonly provider: Provider;
  readonly logoutTokens: LogoutTokens;
  readonly attempts: AttemptCookies;
  readonly cookie: SessionCookie;
  readonly store: SessionStore;
  readonly endings: Endings;
  private readonly renewal: Renewal;
  private readonly announce: Announce;
  private sweptAt = 0;

  constructor(configuration: Configuration, announce: Announce) {
    const seal = new Seal(configuration.sessionKeys);
    this.configuration = configuration;
    this.announce = announce;
    this.provider = new Provider(configuration);
    this.logoutTokens = new LogoutTokens(this.provider, configuration);
    this.attempts = new AttemptCookies(seal, configuration.secure);
    this.cookie = new SessionCookie(configuration.secure);
    this.store = new SessionStore(createPool(configuration.databaseUrl), seal, configuration);
    this.endings = new Endings(configuration.databaseUrl);
    this.renewal = new Renewal(this.store, this.provider, new Leavers(this.store, this.provider));
  }

  async find(cookies: Cookies): Promise<StoredSession | null> {
    this.sweepNowAndThen();
    const value = this.cookie.read(cookies);
    return value === null ? null : this.store.findByCookie(value);
  }

  /** Tells the API of a token that has just come. @throws ApiNotReached */
  welcome(tokens: Tokens): Promise<SessionRule | 'locked'> {
    return this.announce(tokens.access, 'sign-in');
  }

  /** A session under a new cookie; the one the browser came with ends. */
  async begin(cookies: Cookies, tokens: Tokens, rule: SessionRule, device: string): Promise<void> {
    const before = await this.find(cookies);
    this.cookie.set(cookies, await this.store.create(tokens, rule, device));
    if (before) await this.store.end(before.id);
  }

  async end(cookies: Cookies, id: string): Promise<void> {
    this.cookie.clear(cookies);
    await this.store.end(id);
  }

  /** Their sessions at the realm end as well, or the other browser would be in again with a click; a realm that is away changes nothing here. */
  async endOther(session: StoredSession, handle: string | null): Promise<void> {
    const ended = await this.store.endOwn(session, handle);
    const elsewhere = ended.filter(({ sid }) => sid !== session.tokens.sid);
    await Promise.allSettled(elsewhere.map((tokens) => this.provider.endSession(tokens)));
  }

  /**
   * The session with an access token that lives and that the API knows of.
   *
   * @returns null when the session has ended
   * @throws ProviderNotReached
   */
  async fresh(session: StoredSession): Promise<StoredSession | null> {
    const current = isFresh(session.tokens) ? session : await this.renewal.renew(session.id);
    if (!current || current.announced) return current;
    return (await this.announced(current)) ? { ...current, announced: true } : null;
  }

  async close(): Promise<void> {
    await this.endings.stop();
    await this.store.pool.end();
  }

  /** An API that is down does not end the session: the next request tells it. */
  private async announced({ id, tokens }: StoredSession): Promise<boolean> {
    const outcome = await this.announce(tokens.access, 'renewal').catch(() => 'later' as const);
    if (outcome === 'later') return true;
    if (outcome === 'locked') await this.store.end(id);
    else await this.store.markAnnounced(id, outcome);
    return outcome !== 'locked';
  }

  private sweepNowAndThen(): void {
    if (Date.now() - this.sweptAt < SWEEP_EVERY_MS) return;
    this.sweptAt = Date.now();
    // Nobody waits for it, and what a failed one leaves the next takes.
    this.store.sweep().catch(() => undefined);
  }
}

function createPool(connectionString: string): pg.Pool {
  const options = '-c statement_timeout=10000 -c idle_in_transaction_session_timeout=15000';
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 5_000, options });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
