// SPDX-License-Identifier: EUPL-1.2
import { BadRequestError } from '#platform/errors/errors.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { isId } from '#platform/graphql/ids.js';

/** The last hit of a page: rank, moment of publication and id put every hit in one place. */
export interface HitPosition {
  score: number;
  /** With microseconds, as the database writes it. */
  at: string;
  id: string;
}

export function encodePosition({ score, at, id }: HitPosition): string {
  return encodeCursor([String(score), at, id]);
}

/** @throws BadRequestError for anything `encodePosition` did not make */
export function decodePosition(cursor: string | null | undefined): HitPosition | null {
  const values = decodeCursor(cursor, 3);
  if (!values) return null;
  const [score = '', at = '', id = ''] = values;
  if (!/^\d{1,9}$/u.test(score) || !moment.test(at) || Number.isNaN(Date.parse(at)) || !isId(id)) {
    throw new BadRequestError('The cursor is not one of this list.');
  }
  return { score: Number(score), at, id };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d:\d\d$/u;
