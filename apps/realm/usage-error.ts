// SPDX-License-Identifier: EUPL-1.2
/** What the operator can put right; the message is the whole explanation. */
export class UsageError extends Error {
  override name = 'UsageError';
}
