// SPDX-License-Identifier: EUPL-1.2
import { getLocale } from '#lib/paraglide/runtime.js';

/** "11.400" in German, "11,400" in English. */
export function number(value: number): string {
  return value.toLocaleString(getLocale() === 'de' ? 'de-DE' : 'en-GB');
}

/** Head counts are maintained, not counted: "rund 11.400" says so by rounding to two digits from 100 on. */
export function about(value: number): string {
  if (value < 100) return number(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - (value < 1000 ? 1 : 2));
  return number(Math.round(value / step) * step);
}
