// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, UnauthenticatedError } from '../errors/errors.js';
import type { Viewer } from './viewer.js';

/** The values of the schema's `Who`: how known somebody must be to ask at all. */
export type Who = 'ANYONE' | 'SIGNED_IN' | 'EMPLOYEE';

/**
 * Whether this viewer may ask for a root field that declares `who`.
 * @throws UnauthenticatedError without a session, ForbiddenError for a guest where employees are meant.
 */
export function requireWho(who: Exclude<Who, 'ANYONE'>, viewer: Viewer, hasToken: boolean): void {
  // A token whose person the hub does not know yet may do one thing: sign in.
  if (!hasToken) throw new UnauthenticatedError();
  if (who === 'EMPLOYEE' && viewer.status !== 'employee') throw new ForbiddenError();
}
