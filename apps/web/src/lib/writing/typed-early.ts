// SPDX-License-Identifier: EUPL-1.2
import { sameValues, type Values, valuesOfForm } from './values.ts';

// Once a form has come alive, whatever stands on the page was put there by scripts.
let alive = false;

/**
 * What somebody typed into the form the server sent before the scripts arrived. Coming alive, the form would otherwise begin with what the
 * server knew and wipe it out.
 * @returns null on the server, when nothing was typed, and once a form was alive
 */
export function typedEarly(entryId: string, sent: Values): Values | null {
  if (typeof document === 'undefined' || alive) return null;
  const marks = document.querySelectorAll<HTMLInputElement>('form input[name="entryId"]');
  const form = [...marks].find(({ value }) => value === entryId)?.form;
  if (!form) return null;
  const typed = valuesOfForm(new FormData(form));
  return sameValues(typed, sent) ? null : typed;
}

/** To be called when a form has come alive. */
export function formIsAlive(): void {
  alive = true;
}
