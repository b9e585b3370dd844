// SPDX-License-Identifier: EUPL-1.2
import type { ClaimTable, Said } from './claim-meaning.js';
import { meaningOf } from './claim-meaning.js';

export type SignInHint = 'no-department' | 'unknown-department' | 'no-roles' | 'no-mail' | 'foreign-mail';

/** The address a token names, measured by the domains of the person's companies. */
export type MailState = 'none' | 'foreign' | 'own';

/** What a company's IT may want to know of a sign-in that worked: in words on the admin's page, "Ihr Anbieter schickt keine Abteilung". */
export function hintsOf(said: readonly Said[], table: ClaimTable, mail: MailState): SignInHint[] {
  const says = (claim: Said['claim']): boolean => said.some((value) => value.claim === claim);
  const known = meaningOf(said, table).departmentId !== null;
  return [
    ...(known ? [] : says('department') ? (['unknown-department'] as const) : (['no-department'] as const)),
    ...(says('role') ? [] : (['no-roles'] as const)),
    ...(mail === 'none' ? (['no-mail'] as const) : mail === 'foreign' ? (['foreign-mail'] as const) : []),
  ];
}
