// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { isDay } from '../time/day.js';
import { cleanLine, cleanText } from './plain-text.js';

/** One line of at most `limit` characters (code units), cleaned. */
export function line(limit: number) {
  return v.pipe(v.string(), v.transform(cleanUpTo(limit * 4 + 100, cleanLine)), v.maxLength(limit, 'too-long'));
}

/** Several lines of at most `limit` characters (code units), cleaned. */
export function lines(limit: number) {
  return v.pipe(v.string(), v.transform(cleanUpTo(limit * 2 + 100, cleanText)), v.maxLength(limit, 'too-long'));
}

/** What is far too long is not worth the work: it stays as it is and is refused. */
function cleanUpTo(length: number, clean: (text: string) => string): (text: string) => string {
  return (text) => (text.length > length ? text : clean(text));
}

/** An id as the hub writes them, in lower case: audiences are compared as text. Other shapes are refused before they reach a statement. */
export const id = v.pipe(v.string(), v.uuid('unknown'), v.toLowerCase());

/** A day of the calendar, `2027-03-12`; the 31st of February is none. */
export const day = v.pipe(v.string(), v.check(isDay, 'invalid'));
