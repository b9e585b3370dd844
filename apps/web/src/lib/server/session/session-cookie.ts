// SPDX-License-Identifier: EUPL-1.2
import type { Cookies } from '@sveltejs/kit';

const FORM = /^[\w-]{43}$/;

/**
 * The one cookie of a person who is signed in. `__Host-` makes browsers refuse it from any other host or path; without https they would refuse
 * the prefix. It ends with the browser: computers at counters and in workshops are shared.
 */
export class SessionCookie {
  private readonly secure: boolean;

  constructor(secure: boolean) {
    this.secure = secure;
  }

  read(cookies: Cookies): string | null {
    const value = cookies.get(this.name());
    return value !== undefined && FORM.test(value) ? value : null;
  }

  set(cookies: Cookies, value: string): void {
    cookies.set(this.name(), value, this.attributes());
  }

  clear(cookies: Cookies): void {
    cookies.delete(this.name(), this.attributes());
  }

  private name(): string {
    return this.secure ? '__Host-session' : 'session';
  }

  private attributes() {
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'lax' } as const;
  }
}
