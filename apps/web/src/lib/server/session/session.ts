// SPDX-License-Identifier: EUPL-1.2
import type { OwnSession } from './store.ts';

/**
 * What a request knows about the person at the browser. `event.locals.session` is always there; a stranger's has no token.
 * The browser holds a random cookie and nothing else.
 */
export interface Session {
  /** Whether the request came with a live session. */
  readonly signedIn: boolean;

  /** Alias of the company's provider that signed the person in; null for an account of the realm itself, and for a stranger. */
  readonly provider: string | null;

  /** The company chosen in the person menu, by id; the API checks it against the memberships of the day. */
  readonly actingFor: string | null;

  /**
   * The token for the API, renewed when it is about to end. Null for a stranger, and when the session ended meanwhile (signed out
   * elsewhere, locked, refused by the provider). Never give it to the browser.
   *
   * @throws HttpError 503 `sign-in-unavailable` when the token has ended and the provider cannot be reached
   */
  accessToken(): Promise<string | null>;

  setActingFor(companyId: string | null): Promise<void>;

  /** Ends it here and in all processes; for a person the API refuses. Signing out is `POST /auth/sign-out`, which tells the provider too. */
  end(): Promise<void>;

  /** All live sessions of this person, this one among them; none for a stranger. */
  own(): Promise<OwnSession[]>;

  /** Ends another session of this person, or all others (`null`), here and at the realm. */
  endOther(handle: string | null): Promise<void>;

  /** Calls back once when the session ends, in whichever process; for streams that stay open. Returns how to stop listening. */
  onEnd(listener: () => void): () => void;
}
