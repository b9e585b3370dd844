// SPDX-License-Identifier: EUPL-1.2
import type { Cookies } from '@sveltejs/kit';
import { runningSessions } from '../session/running.ts';

/** People of no company with a provider: accounts of the realm itself. No slug has a dot. */
export const OWN_ACCOUNT = 'realm.account';

const COOKIE = 'organisation';
const YEAR = 60 * 60 * 24 * 365;
const FORM = /^[a-z0-9-]{2,40}$/;

/** Which company this device chose last: its slug, `OWN_ACCOUNT`, or null. It says where to sign in, not who it is. */
export function rememberedChoice(cookies: Cookies): string | null {
  const value = cookies.get(COOKIE) ?? '';
  return value === OWN_ACCOUNT || FORM.test(value) ? value : null;
}

export function rememberChoice(cookies: Cookies, choice: string): void {
  const { secure } = runningSessions().configuration;
  cookies.set(COOKIE, choice, { path: '/', maxAge: YEAR, httpOnly: true, secure, sameSite: 'lax' });
}
