// SPDX-License-Identifier: EUPL-1.2
import { getLocale } from '#lib/paraglide/runtime.js';

/** The half of a two-language text that fits the reader; German where English is missing. */
export function translated(text: { de: string; en: string }): string {
  return (getLocale() === 'en' && text.en) || text.de;
}
