// SPDX-License-Identifier: EUPL-1.2
import { BadRequestError } from '../errors/errors.js';

/** Where a page ended: the sort values of its last row, opaque to clients. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * @param isOurs whether the values can be sort values of this list, before they reach a statement
 * @throws BadRequestError for anything `encodeCursor` did not make
 */
export function decodeCursor(
  cursor: string | null | undefined,
  length: number,
  isOurs: (values: string[]) => boolean = () => true,
): string[] | null {
  if (!cursor) return null;
  const values = parse(cursor);
  if (!Array.isArray(values) || values.length !== length || !values.every((value) => typeof value === 'string') || !isOurs(values)) {
    throw new BadRequestError('The cursor is not one of this list.');
  }
  return values;
}

/** Whether a text is a moment as `Date.toISOString` writes it, in this millennium. */
export function isMoment(text: string): boolean {
  const moment = new Date(text);
  return text.startsWith('2') && !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
