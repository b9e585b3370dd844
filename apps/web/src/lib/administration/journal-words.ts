// SPDX-License-Identifier: EUPL-1.2
import type { SignInFailure, SignInHint } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const failures: Record<SignInFailure, () => string> = {
  REFUSED_BY_COMPANY: () => m.journal_refused(),
  REALM_ERROR: () => m.journal_realm_error(),
  ATTEMPT_LOST: () => m.journal_attempt_lost(),
  NOT_REACHED: () => m.journal_not_reached(),
  LOCKED: () => m.journal_locked(),
};

const hints: Record<SignInHint, () => string> = {
  NO_DEPARTMENT: () => m.test_no_department(),
  UNKNOWN_DEPARTMENT: () => m.journal_unknown_department(),
  NO_ROLES: () => m.test_no_roles(),
  NO_MAIL: () => m.test_no_mail(),
  FOREIGN_MAIL: () => m.test_foreign_mail(),
};

/** "Ihr Anbieter hat die Anmeldung abgelehnt oder abgebrochen." */
export function failureSentence(failure: SignInFailure): string {
  return failures[failure]();
}

export function hintSentence(hint: SignInHint): string {
  return hints[hint]();
}
