// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { cleanLine, cleanText } from './plain-text.js';

/** One line of at most `limit` characters (code units), cleaned. */
export function line(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit * 4 + 100, 'too-long'), v.transform(cleanLine), v.maxLength(limit, 'too-long'));
}

/** Several lines of at most `limit` characters (code units), cleaned. */
export function lines(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit * 2 + 100, 'too-long'), v.transform(cleanText), v.maxLength(limit, 'too-long'));
}

/** An id as the hub makes them. Others' shapes are refused before they reach a statement. */
export const id = v.pipe(v.string(), v.uuid('unknown'));
