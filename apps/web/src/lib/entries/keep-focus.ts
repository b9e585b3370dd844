// SPDX-License-Identifier: EUPL-1.2
import type { SubmitFunction } from '$app/forms';

/** After an action the focus stays on the button, or on `fallback` when the button is gone; the router would send it to the top. */
export function keepFocus(fallback: string): SubmitFunction {
  return ({ submitter }) =>
    async ({ update }) => {
      await update({ reset: false });
      const target = submitter?.isConnected ? submitter : document.getElementById(fallback);
      target?.focus();
    };
}
