// SPDX-License-Identifier: EUPL-1.2
import type { SubmitFunction } from '$app/forms';
import type { Attachment } from 'svelte/attachments';

/**
 * Sends the form without leaving the page. What that takes is fetched with the first sending, as most pages are only read; without it
 * the form goes the way of a browser without JavaScript. The focus stays on the button, or on `fallback` when the button is gone.
 */
export function sendHere(fallback: string): Attachment<HTMLFormElement> {
  return (form) => {
    let left: (() => void) | undefined;
    const leave = (): void => left?.();
    const first = (event: SubmitEvent): void => {
      event.preventDefault();
      form.removeEventListener('submit', first);
      void import('$app/forms')
        .then(({ enhance }) => (left = enhance(form, keepFocus(fallback)).destroy))
        .catch(() => undefined)
        .then(() => form.requestSubmit(event.submitter));
    };
    form.addEventListener('submit', first);
    return leave;
  };
}

function keepFocus(fallback: string): SubmitFunction {
  return ({ submitter }) =>
    async ({ update }) => {
      await update({ reset: false });
      const target = submitter?.isConnected ? submitter : document.getElementById(fallback);
      target?.focus();
    };
}
