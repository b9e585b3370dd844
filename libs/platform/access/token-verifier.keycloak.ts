// SPDX-License-Identifier: EUPL-1.2
import { hash, type KeyObject } from 'node:crypto';
import GrantManager from 'keycloak-connect/middleware/auth-utils/grant-manager.js';
import Token from 'keycloak-connect/middleware/auth-utils/token.js';
import { SigningKeys, SigningKeysUnavailable } from './signing-keys.js';
import { readAccessToken, type ReadToken } from './token-verifier.checks.js';
import { TokenRefused, TokenVerifier, type VerifiedToken } from './token-verifier.js';

export interface KeycloakTokenVerifierOptions {
  /** `iss`, to the letter: the public address of the realm. */
  issuer: string;
  /** The audience of the API: one entry of `aud`. */
  audience: string;
  /** The clients whose users may come: `azp`. */
  authorizedParties: readonly string[];
  keys: SigningKeys;
  /** How far the clocks of realm and hub may differ, in seconds. */
  leewaySeconds?: number;
  /** How many verified tokens are remembered. */
  remember?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
}

interface Remembered {
  kid: string;
  token: VerifiedToken;
}

const defaults = { leewaySeconds: 30, remember: 5_000, now: Date.now };

/**
 * Tokens of a Keycloak realm, verified by keycloak-connect (docs/decisions/0003). It sees a token only after our own checks, with the
 * one key that matches, and its verdict can only take away: nothing it accepts gets past what is checked here.
 */
export class KeycloakTokenVerifier extends TokenVerifier {
  private readonly options: Required<KeycloakTokenVerifierOptions>;
  private readonly managers = new WeakMap<KeyObject, GrantManager>();
  private readonly remembered = new Map<string, Remembered>();

  constructor(options: KeycloakTokenVerifierOptions) {
    super();
    this.options = { ...defaults, ...options };
  }

  async verify(bearer: string | null | undefined): Promise<VerifiedToken> {
    if (!bearer) throw new TokenRefused('missing', 'no token');
    const fingerprint = hash('sha256', bearer, 'base64url');
    const known = this.recall(fingerprint);
    if (known) return known;

    const read = readAccessToken(bearer, { ...this.options, nowSeconds: this.options.now() / 1000 });
    await this.checkSignature(bearer, read);
    return this.keep(fingerprint, read);
  }

  private recall(fingerprint: string): VerifiedToken | undefined {
    const entry = this.remembered.get(fingerprint);
    if (!entry) return undefined;
    this.remembered.delete(fingerprint);
    const believed = !this.hasEnded(entry.token.exp) && this.options.keys.knows(entry.kid);
    if (!believed) return undefined;
    this.remembered.set(fingerprint, entry);
    return entry.token;
  }

  /** A `Map` keeps the order of insertion: the first key is the one not used for longest. */
  private keep(fingerprint: string, { kid, claims }: ReadToken): VerifiedToken {
    const token = deepFreeze(claims);
    this.remembered.set(fingerprint, { kid, token });
    const oldest = this.remembered.size > this.options.remember ? this.remembered.keys().next().value : undefined;
    if (oldest !== undefined) this.remembered.delete(oldest);
    return token;
  }

  private async checkSignature(bearer: string, { kid, claims }: ReadToken): Promise<void> {
    const key = await this.findKey(kid);
    if (!key) throw new TokenRefused('invalid', 'unknown key');
    const token = new LenientToken(bearer, this.hasEnded(claims.exp));
    await this.managerFor(key)
      .validateToken(token, 'Bearer')
      .catch((cause: unknown) => {
        throw new TokenRefused('invalid', 'signature', { cause });
      });
  }

  private async findKey(kid: string): Promise<KeyObject | undefined> {
    try {
      return await this.options.keys.find(kid);
    } catch (cause) {
      if (cause instanceof SigningKeysUnavailable) throw new TokenRefused('keys-unavailable', 'no keys', { cause });
      throw cause;
    }
  }

  /** With `publicKey` set the manager fetches nothing; it knows only one key, so each key has its own. */
  private managerFor(publicKey: KeyObject): GrantManager {
    const known = this.managers.get(publicKey);
    if (known) return known;
    const { issuer, audience } = this.options;
    const manager = new GrantManager({ realmUrl: issuer, clientId: audience, publicKey, bearerOnly: true, verifyTokenAudience: true });
    this.managers.set(publicKey, manager);
    return manager;
  }

  private hasEnded(exp: number): boolean {
    return exp + this.options.leewaySeconds <= this.options.now() / 1000;
  }
}

/** keycloak-connect knows no leeway: its token asks the clock itself. This one is told. */
class LenientToken extends Token {
  private readonly ended: boolean;

  constructor(token: string, ended: boolean) {
    super(token);
    this.ended = ended;
  }

  override isExpired(): boolean {
    return this.ended;
  }
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
