// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { accessTokenClaims, TokenRefused, type VerifiedToken } from './token-verifier.js';

export interface Expected {
  issuer: string;
  audience: string;
  authorizedParties: readonly string[];
  leewaySeconds: number;
  nowSeconds: number;
}

export interface ReadToken {
  kid: string;
  claims: VerifiedToken;
}

/** Node refuses headers above 16 KiB anyway; a token of the realm takes 2. */
const maxLength = 12 * 1024;
/** Only base64url: Node's decoder would skip over anything else, and two texts would be one token. */
const compact = /^([\w-]+)\.([\w-]+)\.[\w-]+$/;
/** No realm gives a token for longer than a day; `exp` in milliseconds lies 50,000 years ahead. */
const longestLifeSeconds = 24 * 60 * 60;

/**
 * `alg` is the one algorithm the hub accepts, whatever the key could do (RFC 8725, 3.1). `crit` would name extensions that must be
 * understood, and the hub understands none (RFC 7515, 4.1.11). `typ` keeps logout and ID tokens of other servers out (RFC 8725, 3.11).
 */
const header = v.object({
  alg: v.literal('RS256'),
  kid: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  typ: v.optional(v.picklist(['JWT', 'at+jwt'])),
  crit: v.optional(v.never()),
});

/**
 * Everything that can be checked without a key. It comes before the key is looked up, so a stranger cannot make the hub ask the realm
 * with anything but a token that would be right in every other respect.
 *
 * @throws TokenRefused `invalid` or `expired`
 */
export function readAccessToken(bearer: string, expected: Expected): ReadToken {
  const parts = bearer.length <= maxLength ? compact.exec(bearer) : null;
  if (!parts) throw new TokenRefused('invalid', 'form');
  const { kid } = parse(header, parts[1], 'header');
  const claims = parse(accessTokenClaims, parts[2], 'claims');
  checkParties(claims, expected);
  checkTimes(claims, expected);
  return { kid, claims };
}

function parse<S extends v.GenericSchema>(schema: S, part: string | undefined, check: string): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')));
  } catch {
    // Without the cause: it quotes values of the token.
    throw new TokenRefused('invalid', check);
  }
}

function checkParties(claims: VerifiedToken, expected: Expected): void {
  if (claims.typ !== 'Bearer') throw new TokenRefused('invalid', 'typ');
  if (claims.iss !== expected.issuer) throw new TokenRefused('invalid', 'iss');
  if (![claims.aud].flat().includes(expected.audience)) throw new TokenRefused('invalid', 'aud');
  if (!expected.authorizedParties.includes(claims.azp)) throw new TokenRefused('invalid', 'azp');
}

function checkTimes({ exp, nbf, iat }: VerifiedToken, { leewaySeconds, nowSeconds }: Expected): void {
  if (exp + leewaySeconds <= nowSeconds) throw new TokenRefused('expired', 'exp');
  if (exp > nowSeconds + longestLifeSeconds) throw new TokenRefused('invalid', 'exp too far away');
  const soon = nowSeconds + leewaySeconds;
  if (nbf !== undefined && nbf > soon) throw new TokenRefused('invalid', 'nbf');
  if (iat !== undefined && iat > soon) throw new TokenRefused('invalid', 'iat');
}
