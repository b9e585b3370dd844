// SPDX-License-Identifier: EUPL-1.2
import { redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { isLocale } from '#lib/paraglide/runtime.js';
import { keepPreference } from '#lib/server/preferences.ts';
import type { Actions } from './$types';

const THEMES = ['system', 'light', 'dark'];

/** Changes one setting and goes back to where the form stood; what is no valid value changes nothing. */
function setting(change: (event: RequestEvent, value: string) => void | Promise<void>): Action {
  return async (event) => {
    const form = await event.request.formData();
    await change(event, String(form.get('value') ?? ''));
    redirect(303, back(String(form.get('to') ?? '')));
  };
}

/** Only into this app: a form elsewhere must not use us to send people away. */
function back(to: string): string {
  return /^\/(?![/\\])/.test(to) ? to : '/einstellungen';
}

export const actions: Actions = {
  locale: setting(({ cookies, url }, value) => {
    if (isLocale(value)) keepPreference(cookies, url, 'locale', value);
  }),
  theme: setting(({ cookies, url }, value) => {
    if (THEMES.includes(value)) keepPreference(cookies, url, 'theme', value);
  }),
  shortcuts: setting(({ cookies, url }, value) => keepPreference(cookies, url, 'shortcuts', value === 'off' ? 'off' : 'on')),
  actingFor: setting(({ locals }, value) => locals.session.setActingFor(value || null)),
};
