// SPDX-License-Identifier: EUPL-1.2
import * as oidc from 'openid-client';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const complete = v.object({ access: text, refresh: text, id: text, subject: text, sid: text });

/** What the hub keeps of a token answer. `endsAt` is when the access token ends, ISO 8601. */
export interface Tokens extends v.InferOutput<typeof complete> {
  endsAt: string;
}

export interface ProviderOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The public address of the web app. */
  origin: string;
  timeoutSeconds?: number;
}

/** The provider answered, and the answer is no. */
export class ProviderRefused extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(`the provider refused: ${code}`, options);
    this.name = 'ProviderRefused';
    this.code = code;
  }
}

/** No answer. `mayHaveArrived` is false only when the request certainly never got there. */
export class ProviderNotReached extends Error {
  readonly mayHaveArrived: boolean;

  constructor(mayHaveArrived: boolean, options?: ErrorOptions) {
    super('the provider cannot be reached', options);
    this.name = 'ProviderNotReached';
    this.mayHaveArrived = mayHaveArrived;
  }
}

export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Wish {
  language?: string | undefined;
  /** Who it is, as far as one knows: a mail address, or the name of an example person. */
  person?: string | undefined;
  /** The person named signs in, whoever is signed in at the realm. */
  anew?: boolean;
  /** Alias of a company's provider, asked at once and in any case (Keycloak's `kc_idp_hint`). */
  provider?: string | undefined;
  askAgain?: boolean;
}

/** Companies as Keycloak's Organizations; optional there and asked for here (as a default scope it answers 500). */
const SCOPE = 'openid organization:*';

/** The realm, as the web app uses it: authorization code with PKCE, state and nonce; renewal; sign-out. */
export class Provider {
  private readonly options: ProviderOptions;
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(options: ProviderOptions) {
    this.options = options;
  }

  /** @throws ProviderNotReached */
  async begin(wish: Wish): Promise<{ url: URL; attempt: Attempt }> {
    const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    const configuration = await this.configuration();
    await this.reach();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.options.origin}/auth/callback`,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...wishParameters(wish),
    });
    return { url, attempt };
  }

  /**
   * @param search the query the browser came back with
   * @throws ProviderRefused, ProviderNotReached
   */
  async finish(search: string, { state, nonce, verifier }: Attempt): Promise<Tokens> {
    const configuration = await this.configuration();
    // The public address, not the one this process was called by: `redirect_uri` is taken from it.
    const url = new URL(`/auth/callback${search}`, this.options.origin);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const answer = await asking(() => oidc.authorizationCodeGrant(configuration, url, checks));
    return tokensOf(answer);
  }

  /** Sends the refresh token; it must not be sent again, whatever happens. @throws ProviderRefused, ProviderNotReached */
  async renew(tokens: Tokens): Promise<Tokens> {
    const configuration = await this.configuration();
    const answer = await asking(() => oidc.refreshTokenGrant(configuration, tokens.refresh));
    const renewed = tokensOf(answer, tokens);
    if (renewed.subject !== tokens.subject) throw new ProviderRefused('subject_changed');
    return renewed;
  }

  /**
   * Whether the company's own provider still knows the person: the realm asks it with the token it keeps of them (Keycloak's broker).
   *
   * @param alias of that provider at the realm
   */
  async askCompany(alias: string, { access }: Tokens): Promise<Acquaintance> {
    const { issuer, timeoutSeconds = 5 } = this.options;
    const response = await fetch(`${issuer}/broker/${encodeURIComponent(alias)}/token`, {
      headers: { authorization: `Bearer ${access}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    }).catch(() => null);
    if (!response) return 'no-answer';
    const body: unknown = await response.json().catch(() => null);
    return acquaintance(response.status, body);
  }

  /** Ends the session at the realm without the browser; with it, the way back in that asks nobody. @throws ProviderNotReached, ProviderRefused */
  async endSession({ refresh }: Tokens): Promise<void> {
    const { issuer, clientId, clientSecret, timeoutSeconds = 5 } = this.options;
    const response = await fetch(`${issuer}/protocol/openid-connect/logout`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, refresh_token: refresh }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    }).catch((cause: unknown) => {
      throw new ProviderNotReached(true, { cause });
    });
    await response.body?.cancel();
    if (!response.ok) throw new ProviderRefused(`logout_${response.status}`);
  }

  /** Where the browser ends the session at the provider and comes back. @throws ProviderNotReached */
  async signOutUrl({ id }: Tokens): Promise<URL> {
    return oidc.buildEndSessionUrl(await this.configuration(), {
      id_token_hint: id,
      post_logout_redirect_uri: `${this.options.origin}/`,
    });
  }

  /** Where the keys for logout tokens are. @throws ProviderNotReached */
  async keysUrl(): Promise<URL> {
    const { jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (!address) throw new ProviderRefused('no_keys');
    return new URL(address);
  }

  /** Before a browser is sent there: a page of ours that says "try again" is better than one of the browser's that says nothing. */
  private async reach(): Promise<void> {
    const { issuer, timeoutSeconds = 5 } = this.options;
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal }).catch((cause: unknown) => {
      throw new ProviderNotReached(false, { cause });
    });
    await response.body?.cancel();
    if (response.status >= 500) throw new ProviderNotReached(false, { cause: response.status });
  }

  /** Asked once; a failure is forgotten, so that the next request tries again. */
  private configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover().catch((cause: unknown) => {
      this.discovered = undefined;
      throw new ProviderNotReached(false, { cause });
    });
    return this.discovered;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, timeoutSeconds = 5 } = this.options;
    // Signatures of ID tokens are checked although they come straight from the provider: inside a city's network that way may be plain http.
    // Marked as deprecated only to stand out; here the issuer's own address says http.
    const execute = [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])];
    return oidc.discovery(new URL(issuer), clientId, {}, oidc.ClientSecretBasic(clientSecret), { execute, timeout: timeoutSeconds });
  }
}

/** What a company's provider says of somebody: knows them, does not, or nothing was to be learnt. */
export type Acquaintance = 'known' | 'unknown' | 'no-answer';

const failure = v.union([v.looseObject({ error: v.string() }), v.looseObject({ errorMessage: v.string() })]);

/**
 * Keycloak answers 502 when the company refuses to renew what it once gave, 400 when it has nothing of the person and 404 when the company's
 * provider is gone; each in JSON. The same numbers from some proxy on the way say nothing of the person, nor do 401 and 403, which mean us.
 */
function acquaintance(status: number, body: unknown): Acquaintance {
  if (status >= 200 && status < 300) return 'known';
  return [400, 404, 502].includes(status) && v.is(failure, body) ? 'unknown' : 'no-answer';
}

function wishParameters({ language, person, anew, provider, askAgain }: Wish): Record<string, string> {
  return {
    ...(language ? { ui_locales: language } : {}),
    ...(person ? { login_hint: person } : {}),
    ...(provider ? { kc_idp_hint: provider } : {}),
    ...(anew || askAgain ? { prompt: 'login' } : {}),
  };
}

type Answer = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** A renewal need not bring a new ID token, nor a new refresh token where the realm does not rotate them. */
function tokensOf(answer: Answer, before?: Tokens): Tokens {
  const { sub: subject, sid } = answer.claims() ?? { sub: before?.subject, sid: before?.sid };
  const { refresh_token: refresh = before?.refresh, id_token: id = before?.id } = answer;
  const kept = v.safeParse(complete, { access: answer.access_token, refresh, id, subject, sid });
  if (!kept.success) throw new ProviderRefused('incomplete_answer');
  return { ...kept.output, endsAt: new Date(Date.now() + (answer.expiresIn() ?? 60) * 1000).toISOString() };
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw translated(cause);
  }
}

/** Codes of the connection that never came about. */
const NEVER_THERE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** A no is an OAuth error in the words of the standard; a page of some proxy with a 404 is none, and must sign nobody out. */
function translated(cause: unknown): Error {
  if (cause instanceof TypeError || isSilence(cause)) return new ProviderNotReached(!NEVER_THERE.has(connectionCode(cause)), { cause });
  if (cause instanceof oidc.ResponseBodyError || cause instanceof oidc.AuthorizationResponseError)
    return new ProviderRefused(cause.error, { cause });
  return new ProviderRefused(cause instanceof oidc.ClientError ? (cause.code ?? 'invalid_answer') : 'invalid_answer', { cause });
}

function isSilence(cause: unknown): boolean {
  if (cause instanceof oidc.ResponseBodyError) return cause.status >= 500 || cause.status === 429;
  return cause instanceof oidc.ClientError && (cause.code === 'OAUTH_TIMEOUT' || cause.cause instanceof Response);
}

function connectionCode(cause: unknown): string {
  const inner = cause instanceof Error ? cause.cause : undefined;
  const code = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' ? code : '';
}
