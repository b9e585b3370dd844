// SPDX-License-Identifier: EUPL-1.2
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as v from 'valibot';
import { ProviderNotReached, type Provider } from './provider.ts';

export interface LogoutToken {
  jti: string;
  /** One of the two is there: which session, or whose. */
  sid: string | null;
  subject: string | null;
  /** After this the token is refused by its age. */
  endsAt: Date;
}

/** What is wrong with it; sent back to the provider, so without values. */
export class LogoutTokenRefused extends Error {
  constructor(check: string, options?: ErrorOptions) {
    super(`logout token refused: ${check}`, options);
    this.name = 'LogoutTokenRefused';
  }
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LONGEST = 8_192;
const LEEWAY_SECONDS = 30;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6: a `nonce` would make an ID token of it. */
const claims = v.pipe(
  v.object({
    jti: name,
    iat: v.number(),
    exp: v.number(),
    sid: v.optional(name),
    sub: v.optional(name),
    events: v.object({ [EVENT]: v.looseObject({}) }),
    nonce: v.optional(v.never()),
  }),
  v.check(({ sid, sub }) => sid !== undefined || sub !== undefined),
);

interface Realm {
  issuer: string;
  clientId: string;
}

/** Verifies what the provider sends when a session ends elsewhere. Fetches the realm's keys with jose's time-out and cool-down. */
export class LogoutTokens {
  private readonly provider: Provider;
  private readonly realm: Realm;
  private keys: JWTVerifyGetKey | undefined;

  constructor(provider: Provider, realm: Realm) {
    this.provider = provider;
    this.realm = realm;
  }

  /** @throws LogoutTokenRefused, ProviderNotReached */
  async verify(token: string): Promise<LogoutToken> {
    if (token.length > LONGEST) throw new LogoutTokenRefused('length');
    const parsed = v.safeParse(claims, await this.signed(token));
    if (!parsed.success) throw new LogoutTokenRefused('claims');
    const { jti, sid = null, sub = null, exp } = parsed.output;
    return { jti, sid, subject: sub, endsAt: new Date((exp + LEEWAY_SECONDS) * 1000) };
  }

  private async signed(token: string): Promise<unknown> {
    this.keys ??= createRemoteJWKSet(await this.provider.keysUrl(), { timeoutDuration: 3_000, cooldownDuration: 5_000 });
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.realm.issuer,
        audience: this.realm.clientId,
        algorithms: ['RS256'],
        typ: 'logout+jwt',
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
        maxTokenAge: '5 minutes',
        clockTolerance: LEEWAY_SECONDS,
      });
      return payload;
    } catch (cause) {
      if (cause instanceof errors.JWKSTimeout || cause instanceof TypeError) throw new ProviderNotReached(false, { cause });
      throw new LogoutTokenRefused(cause instanceof errors.JOSEError ? cause.code : 'form', { cause });
    }
  }
}
