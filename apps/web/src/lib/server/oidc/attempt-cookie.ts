// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Seal } from '../session/seal.ts';
import type { Attempt } from './provider.ts';

export interface KeptAttempt extends Attempt {
  /** Where the person was going. */
  to: string;
  /** Alias of the provider that was named to the realm, which it then asks even when somebody is signed in there. */
  provider: string | null;
}

const SECONDS = 15 * 60;
/** Tabs that wait at the provider at the same time; the cookies of more would fill the request's headers. */
const AT_ONCE = 4;

const kept = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  to: v.string(),
  provider: v.nullable(v.string()),
  until: v.number(),
});

/**
 * A sign-in under way, in an encrypted cookie of its own for each tab: nobody who is not signed in can fill the session table, and a
 * `state` is good only in the browser it was given to.
 */
export class AttemptCookies {
  private readonly seal: Seal;
  private readonly secure: boolean;

  constructor(seal: Seal, secure: boolean) {
    this.seal = seal;
    this.secure = secure;
  }

  keep(cookies: Cookies, attempt: KeptAttempt): void {
    const name = this.nameFor(attempt.state);
    for (const { name: old } of this.all(cookies).slice(0, -(AT_ONCE - 1))) this.forget(cookies, old);
    const sealed = this.seal.close(JSON.stringify({ ...attempt, until: Date.now() + SECONDS * 1000 }), name);
    cookies.set(name, sealed.toString('base64url'), { ...this.attributes(), maxAge: SECONDS });
  }

  /** Takes the attempt out: a second answer with the same `state` finds nothing. */
  take(cookies: Cookies, state: string): KeptAttempt | null {
    const name = this.nameFor(state);
    const sealed = cookies.get(name);
    if (sealed === undefined) return null;
    this.forget(cookies, name);
    const text = this.seal.open(Buffer.from(sealed, 'base64url'), name);
    const attempt = text === null ? null : v.parse(kept, JSON.parse(text));
    return attempt && attempt.state === state && attempt.until > Date.now() ? attempt : null;
  }

  private all(cookies: Cookies): { name: string }[] {
    return cookies.getAll().filter(({ name }) => name.startsWith(this.prefix()));
  }

  private forget(cookies: Cookies, name: string): void {
    cookies.delete(name, this.attributes());
  }

  private nameFor(state: string): string {
    return this.prefix() + createHash('sha256').update(state).digest('base64url').slice(0, 16);
  }

  private prefix(): string {
    return this.secure ? '__Host-sign-in.' : 'sign-in.';
  }

  private attributes() {
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'lax' } as const;
  }
}
