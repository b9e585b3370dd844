// SPDX-License-Identifier: EUPL-1.2
import { error, type Cookies } from '@sveltejs/kit';
import { ProviderNotReached } from '../oidc/provider.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { OwnSession, StoredSession } from './store.ts';

const STREAMS_ASK_EVERY_MS = 60_000;

/** The session of one request. */
export async function openSession(sessions: Sessions, cookies: Cookies): Promise<Session> {
  if (sessions.cookie.read(cookies) === null) return stranger;
  try {
    const stored = await sessions.find(cookies);
    return stored ? new LiveSession(sessions, cookies, stored) : stranger;
  } catch {
    // The database is away. Who comes with a cookie is not sent to sign in for that: what needs the session says "try again".
    return unknown;
  }
}

const stranger: Session = {
  signedIn: false,
  provider: null,
  actingFor: null,
  accessToken: () => Promise.resolve(null),
  setActingFor: () => Promise.resolve(),
  end: () => Promise.resolve(),
  own: () => Promise.resolve([]),
  endOther: () => Promise.resolve(),
  onEnd: () => () => undefined,
};

const unknown: Session = {
  ...stranger,
  signedIn: true,
  accessToken: tryAgain,
  setActingFor: tryAgain,
  end: tryAgain,
  own: tryAgain,
  endOther: tryAgain,
};

// `async`, so that it rejects: nobody expects a promise to throw at once.
async function tryAgain(): Promise<never> {
  error(503, 'unavailable', { code: 'unavailable' });
}

class LiveSession implements Session {
  private readonly sessions: Sessions;
  private readonly cookies: Cookies;
  private stored: StoredSession | null;
  private refreshing: Promise<string | null> | undefined;

  constructor(sessions: Sessions, cookies: Cookies, stored: StoredSession) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.stored = stored;
  }

  get signedIn(): boolean {
    return this.stored !== null;
  }

  get provider(): string | null {
    return this.stored?.provider ?? null;
  }

  get actingFor(): string | null {
    return this.stored?.actingFor ?? null;
  }

  /** The loads of one page ask at the same time. */
  accessToken(): Promise<string | null> {
    this.refreshing ??= this.current().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  async setActingFor(companyId: string | null): Promise<void> {
    if (!this.stored) return;
    await this.sessions.store.setActingFor(this.stored.id, companyId);
    this.stored = { ...this.stored, actingFor: companyId };
  }

  async end(): Promise<void> {
    if (this.stored) await this.sessions.end(this.cookies, this.stored.id);
    this.stored = null;
  }

  async own(): Promise<OwnSession[]> {
    return this.stored ? this.sessions.store.listOwn(this.stored) : [];
  }

  async endOther(handle: string | null): Promise<void> {
    if (this.stored) await this.sessions.endOther(this.stored, handle);
  }

  onEnd(listener: () => void): () => void {
    if (!this.stored) return () => undefined;
    const stop = this.sessions.endings.subscribe(this.stored.id, listener);
    // A stream asks for no page, and so would renew nothing and never learn that its reader has left the company.
    const asking = setInterval(() => void this.current().catch(() => undefined), STREAMS_ASK_EVERY_MS).unref();
    return () => {
      clearInterval(asking);
      stop();
    };
  }

  private async current(): Promise<string | null> {
    if (!this.stored) return null;
    const before = this.stored;
    this.stored = await this.sessions.fresh(before).catch((fault: unknown) => {
      if (fault instanceof ProviderNotReached) error(503, 'sign-in unavailable', { code: 'sign-in-unavailable' });
      throw fault;
    });
    if (this.stored === null) this.forgetCookie();
    return this.stored?.tokens.access ?? null;
  }

  private forgetCookie(): void {
    try {
      this.sessions.cookie.clear(this.cookies);
    } catch {
      // The headers are out already, as in a stream; the cookie opens nothing any more.
    }
  }
}
