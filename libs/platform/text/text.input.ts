// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { isDay } from '../time/day.js';
import { cleanLine, cleanText } from './plain-text.js';

/** One line of at most `limit` characters (code units), cleaned. */
export function line(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit * 4 + 100, 'too-long'), v.transform(cleanLine), v.maxLength(limit, 'too-long'));
}

/** Several lines of at most `limit` characters (code units), cleaned. */
export function lines(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit * 2 + 100, 'too-long'), v.transform(cleanText), v.maxLength(limit, 'too-long'));
}

/** An id as the hub writes them, in lower case: audiences are compared as text. Other shapes are refused before they reach a statement. */
export const id = v.pipe(v.string(), v.uuid('unknown'), v.toLowerCase());

/** A day of the calendar, `2027-03-12`; the 31st of February is none. */
export const day = v.pipe(v.string(), v.check(isDay, 'invalid'));
