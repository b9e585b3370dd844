// SPDX-License-Identifier: EUPL-1.2
import type { Cookies, RequestEvent } from '@sveltejs/kit';

export type Theme = 'light' | 'dark' | 'system';

const YEAR = 60 * 60 * 24 * 365;
const COOKIES = { theme: 'theme', shortcuts: 'shortcuts', locale: 'locale' } as const;

export function readPreferences({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): void {
  const theme = cookies.get(COOKIES.theme);
  locals.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
  locals.shortcuts = cookies.get(COOKIES.shortcuts) !== 'off';
}

/** Preferences hold nothing secret, so they travel without the session and survive signing out. */
export function keepPreference(cookies: Cookies, url: URL, name: keyof typeof COOKIES, value: string): void {
  cookies.set(COOKIES[name], value, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    // The message functions read the language in the browser too.
    httpOnly: name !== 'locale',
  });
}
