// SPDX-License-Identifier: EUPL-1.2
import type { PoolClient } from 'pg';
import { ProviderNotReached, ProviderRefused, type Provider, type Tokens } from '../oidc/provider.ts';
import type { Leavers } from './leavers.ts';
import type { SessionStore, StoredSession } from './store.ts';

/** A token is renewed while it still lives, so that a call under way does not end with it. */
const RENEW_BEFORE_MS = 45_000;
/** Any number that no other lock of the database uses. */
const LOCK_CLASS = 7_451;

export function isFresh({ endsAt }: Tokens, now = Date.now()): boolean {
  return Date.parse(endsAt) - now > RENEW_BEFORE_MS;
}

function lives({ endsAt }: Tokens, now = Date.now()): boolean {
  return Date.parse(endsAt) > now;
}

/**
 * Renews the tokens of a session. Requests of one process share a renewal, processes wait for each other at an advisory lock, and all go
 * on with the same new token. A refresh token is sent once in its life: the provider would take a second time for theft and end
 * everything. So the row says "sent" before it goes out, and whoever finds that mark, because a process died or an answer got lost,
 * lets the session end instead of trying again.
 */
export class Renewal {
  private readonly store: SessionStore;
  private readonly provider: Provider;
  private readonly leavers: Leavers;
  private readonly running = new Map<string, Promise<StoredSession | null>>();

  constructor(store: SessionStore, provider: Provider, leavers: Leavers) {
    this.store = store;
    this.provider = provider;
    this.leavers = leavers;
  }

  /**
   * @returns null when the session has ended
   * @throws ProviderNotReached when the token has ended and there is nobody to ask for another
   */
  renew(id: string): Promise<StoredSession | null> {
    const running = this.running.get(id) ?? this.locked(id).finally(() => this.running.delete(id));
    this.running.set(id, running);
    return running;
  }

  private async locked(id: string): Promise<StoredSession | null> {
    const client = await this.store.pool.connect();
    try {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, id]);
      const renewed = await this.renewOnce(id, client);
      await client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, id]);
      client.release();
      return renewed;
    } catch (error) {
      // Closing the connection gives the lock back whatever state it is in.
      client.release(true);
      throw error;
    }
  }

  private async renewOnce(id: string, client: PoolClient): Promise<StoredSession | null> {
    const session = await this.store.find(id, client);
    if (!session || isFresh(session.tokens)) return session;
    if (session.refreshMayBeSpent) return lives(session.tokens) ? session : this.end(id, client);
    try {
      return await this.exchange(session, client);
    } catch (error) {
      if (error instanceof ProviderRefused) return this.end(id, client);
      if (error instanceof ProviderNotReached && lives(session.tokens)) return session;
      throw error;
    }
  }

  private async exchange(session: StoredSession, client: PoolClient): Promise<StoredSession | null> {
    await this.store.markRefreshSent(session.id, true, client);
    try {
      const tokens = await this.provider.renew(session.tokens);
      const kept = await this.store.replaceTokens(session.id, tokens, client);
      const renewed = { ...session, tokens, announced: false, refreshMayBeSpent: false };
      return kept && (await this.leavers.mayStay(renewed, client)) ? renewed : null;
    } catch (error) {
      if (error instanceof ProviderNotReached && !error.mayHaveArrived) await this.store.markRefreshSent(session.id, false, client);
      throw error;
    }
  }

  private async end(id: string, client: PoolClient): Promise<null> {
    await this.store.end(id, client);
    return null;
  }
}
