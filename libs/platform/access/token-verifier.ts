// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** First and last name may fill a column of 255 each at the realm; the hub keeps what it has room for. Empty for somebody without a name. */
const spoken = v.pipe(v.string(), v.maxLength(1_000));
/** What no group, role or department is called is passed over: one odd group of a company must lock nobody out. */
const names = v.optional(
  v.pipe(
    v.array(v.string()),
    v.maxLength(500),
    v.transform((list) => list.filter(({ length }) => length > 0 && length <= 255)),
  ),
  [],
);
/** Seconds since 1970 (RFC 7519, NumericDate); valibot's `number` refuses NaN, and JSON knows no infinity but `1e999`. */
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/**
 * The claims the hub reads from an access token of the realm; everything else in it is dropped. Nothing personal is needed to
 * sign in, so `name` and `email` may be missing. A person is known by `iss` + `sub`, never by the mail address: nothing at the
 * realm checks that an address belongs to the company's domain.
 */
export const accessTokenClaims = v.object({
  iss: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  azp: v.string(),
  typ: v.string(),
  sub: name,
  exp: seconds,
  iat: v.optional(seconds),
  nbf: v.optional(seconds),
  sid: v.optional(name),
  name: v.optional(spoken),
  preferred_username: v.optional(spoken),
  email: v.optional(v.pipe(v.string(), v.maxLength(320))),
  email_verified: v.optional(v.boolean(), false),
  realm_access: v.optional(v.object({ roles: names }), { roles: [] }),
  /** Keycloak's Organizations: alias of the company -> its id at the realm. */
  organization: v.optional(v.record(name, v.object({ id: v.optional(name) })), {}),
  /** Alias of the company's provider this session came from; an account of the realm itself has none. */
  identity_provider: v.optional(name),
  /** Roles and groups as that provider says them, or `<alias>:<role>`. */
  company_roles: names,
  /** The same for the department. */
  department: names,
});

/** Claims of an access token that passed every check. Shared between requests that carry the same token, so frozen. */
export type VerifiedToken = Readonly<v.InferOutput<typeof accessTokenClaims>>;

/** `keys-unavailable` is our fault and answered with 503; the others are the caller's, 401. */
export type TokenRefusal = 'missing' | 'invalid' | 'expired' | 'keys-unavailable';

/** Why a token was refused. The message is for our log: it names the check, never a value of the token. */
export class TokenRefused extends Error {
  readonly code: TokenRefusal;

  constructor(code: TokenRefusal, check: string, options?: ErrorOptions) {
    super(`access token refused: ${check}`, options);
    this.name = 'TokenRefused';
    this.code = code;
  }
}

/** The only way from a bearer token to claims. */
export abstract class TokenVerifier {
  /**
   * @param bearer the compact token, without the word `Bearer`
   * @throws TokenRefused
   */
  abstract verify(bearer: string | null | undefined): Promise<VerifiedToken>;
}
