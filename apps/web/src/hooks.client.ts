// SPDX-License-Identifier: EUPL-1.2
import type { ClientInit } from '@sveltejs/kit/hooks';
import { forgetAllTexts, forgetOldTexts } from '#lib/writing/kept-text.ts';

/** Unsaved texts on this device: whoever signs out leaves nothing behind, whoever forgets to leaves it for a week. */
export const init: ClientInit = () => {
  forgetOldTexts();
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.getAttribute('action') === '/auth/sign-out') forgetAllTexts();
  });
};
