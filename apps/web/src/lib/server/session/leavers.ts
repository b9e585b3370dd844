// SPDX-License-Identifier: EUPL-1.2
import type { PoolClient } from 'pg';
import type { Provider } from '../oidc/provider.ts';
import type { SessionStore, StoredSession } from './store.ts';

/** How long somebody stays in while their company cannot be asked: a working morning is not lost to a restart, a leaver does not stay a day. */
const GRACE_MS = 60 * 60_000;

/** Asks the company of somebody whose session has just been renewed, where the company wants to be asked. */
export class Leavers {
  private readonly store: SessionStore;
  private readonly provider: Provider;

  constructor(store: SessionStore, provider: Provider) {
    this.store = store;
    this.provider = provider;
  }

  /** @returns false when the session was ended: the company no longer knows the person, or has not been reached for too long */
  async mayStay(session: StoredSession, client: PoolClient): Promise<boolean> {
    const { id, provider, leaverWay, knownAt, tokens } = session;
    if (leaverWay !== 'broker-token' || provider === null) return true;
    const answer = await this.provider.askCompany(provider, tokens);
    if (answer === 'known') await this.store.markKnown(id, client);
    if (answer === 'known' || (answer === 'no-answer' && Date.now() - knownAt.getTime() < GRACE_MS)) return true;
    await this.store.end(id, client);
    // The realm's own session would let them in again unasked. When it cannot be ended now, signing in asks the company all the same.
    await this.provider.endSession(tokens).catch(() => undefined);
    return false;
  }
}
