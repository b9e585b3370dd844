// SPDX-License-Identifier: EUPL-1.2
import { BadRequestError } from '../errors/errors.js';

/** The size of a page, 1 to 100. @throws BadRequestError */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new BadRequestError('A page has 1 to 100 rows.');
  return first;
}
