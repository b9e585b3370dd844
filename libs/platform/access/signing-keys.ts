// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, type KeyObject } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { fetchKeySet, type PublishedKey } from './signing-keys.fetch.js';

export interface SigningKeysOptions {
  /** Where the realm publishes its keys (RFC 7517). */
  url: string;
  /** Fetch again in the background after this time, so that a withdrawn key stops being trusted. */
  refreshAfterMs?: number;
  /** The least time between two fetches, however many unknown key ids are asked for. */
  spacingMs?: number;
  /** The longest pause after failures; it doubles from `spacingMs`. */
  longestPauseMs?: number;
  timeoutMs?: number;
  maxBytes?: number;
  maxKeys?: number;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** The realm could not be asked, and without asking nobody can say whether the key exists. */
export class SigningKeysUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the signing keys of the realm cannot be fetched', options);
    this.name = 'SigningKeysUnavailable';
  }
}

const defaults = {
  refreshAfterMs: 5 * 60_000,
  spacingMs: 1_000,
  longestPauseMs: 10_000,
  timeoutMs: 3_000,
  maxBytes: 128 * 1024,
  maxKeys: 20,
  fetch: globalThis.fetch,
  now: Date.now,
};

/**
 * The realm's RSA keys by their id. keycloak-connect's own fetch has no time-out, refuses a new key for up to ten seconds after an
 * unknown one was asked for and trusts a withdrawn key without end, which is why the hub does not use it.
 *
 * An unknown id fetches at once, so a rotation costs no request. Within `spacingMs` of the last fetch the caller waits for the next
 * one together with all others who wait: any flood of invented ids costs the realm one fetch per `spacingMs`, and a key that is new
 * in the same second is still found. While the realm is unreachable, known keys go on serving.
 */
export class SigningKeys {
  private readonly options: Required<SigningKeysOptions>;
  private keys = new Map<string, KeyObject>();
  private running: Promise<void> | undefined;
  private fetchedAt = -Infinity;
  private askedAt = -Infinity;
  private failures = 0;
  private lastFailure: unknown;

  constructor(options: SigningKeysOptions) {
    this.options = { ...defaults, ...options };
  }

  /** Whether a token signed with this key may still be believed. Never fetches. */
  knows(kid: string): boolean {
    return this.keys.has(kid);
  }

  /** @throws SigningKeysUnavailable when the id is unknown and the realm cannot be asked */
  async find(kid: string): Promise<KeyObject | undefined> {
    const known = this.keys.get(kid);
    if (known) {
      this.refreshWhenOld();
      return known;
    }
    if (this.pausedUntil() > this.options.now()) throw new SigningKeysUnavailable({ cause: this.lastFailure });
    await this.refresh();
    return this.keys.get(kid);
  }

  private refreshWhenOld(): void {
    const now = this.options.now();
    if (now - this.fetchedAt < this.options.refreshAfterMs || this.pausedUntil() > now) return;
    // Nobody waits for this one; a failure is remembered in `failures` and the known keys go on serving.
    this.refresh().catch(() => undefined);
  }

  private refresh(): Promise<void> {
    this.running ??= this.fetchSpaced().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async fetchSpaced(): Promise<void> {
    const due = this.failures ? 0 : this.askedAt + this.options.spacingMs - this.options.now();
    if (due > 0) await wait(due);
    this.askedAt = this.options.now();
    try {
      this.keys = usable(await fetchKeySet(this.options), this.options.maxKeys);
      this.fetchedAt = this.options.now();
      this.failures = 0;
    } catch (cause) {
      this.failures += 1;
      this.lastFailure = cause;
      throw new SigningKeysUnavailable({ cause });
    }
  }

  private pausedUntil(): number {
    if (!this.failures) return -Infinity;
    return this.askedAt + Math.min(this.options.spacingMs * 2 ** (this.failures - 1), this.options.longestPauseMs);
  }
}

function usable(published: PublishedKey[], maxKeys: number): Map<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const key of published) {
    if (keys.size === maxKeys) break;
    const imported = forSigning(key) ? imports(key) : undefined;
    if (key.kid && imported) keys.set(key.kid, imported);
  }
  return keys;
}

/** Keycloak publishes a key for encryption beside the one for signatures. */
function forSigning(key: PublishedKey): boolean {
  return key.kty === 'RSA' && (key.use ?? 'sig') === 'sig' && (key.alg ?? 'RS256') === 'RS256';
}

/** Undefined for a key that is malformed or too short (RFC 7518, 3.3: at least 2048 bits): one bad key must not take the others along. */
function imports({ kty, n = '', e = '' }: PublishedKey): KeyObject | undefined {
  try {
    const imported = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    return (imported.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? imported : undefined;
  } catch {
    return undefined;
  }
}
