// SPDX-License-Identifier: EUPL-1.2
import { BadRequestError, NotFoundError, UnavailableError } from '../errors/errors.js';

// Class 08 connection, 53 too many connections, 57 shutting down or starting (https://www.postgresql.org/docs/18/errcodes-appendix.html)
const away = /^(08|53|57)/;
// What pg and its pool say without a code: the connection broke under a statement, or before it, or none came free in time.
const broken = /connection terminated|is not queryable|timeout exceeded when trying to connect/i;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** What a fault of the database means for the caller: away (try again), a row that is not for them (missing), or a fault of ours. */
export function databaseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (away.test(code) || networkCodes.has(code) || broken.test(error.message)) return new UnavailableError();
  // A row-level policy refused a write (42501), or a definer function found nothing (P0002): hidden and missing look the same.
  if (code === 'P0002' || (code === '42501' && error.message.includes('row-level security'))) return new NotFoundError();
  // A text holds what no text of the database can (NUL); the inputs of changes are cleaned before, search words and slugs end here.
  if (code === '22021') return new BadRequestError('The request holds a character that no text may have.');
  return error;
}
