// SPDX-License-Identifier: EUPL-1.2
import type { ClientInit } from '@sveltejs/kit/hooks';
import { isLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { forgetAllTexts, forgetOldTexts } from '#lib/writing/kept-text.ts';

// The server has chosen the language; guessing again in the browser could write other words than it did.
const { lang } = document.documentElement;
if (isLocale(lang)) overwriteGetLocale(() => lang);

/** Unsaved texts on this device: whoever signs out leaves nothing behind, whoever forgets to leaves it for a week. */
export const init: ClientInit = () => {
  forgetOldTexts();
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.getAttribute('action') === '/auth/sign-out') forgetAllTexts();
  });
};
