// SPDX-License-Identifier: EUPL-1.2
import type { FieldError } from '#lib/format/field-error.ts';
import type { PreviewClaimTableQuery } from '#lib/gql/graphql.ts';
import type { ClaimRow, Table } from './claim-rows.ts';

export type Preview = Extract<NonNullable<PreviewClaimTableQuery['claimTablePreview']>, { __typename: 'ClaimTablePreview' }>;

/** The form as it was sent, with what came of it; nothing is saved. */
export interface Typed {
  saved: false;
  rows: ClaimRow[];
  basedOn: string;
  preview: Preview | null;
  /** What is wrong, by `<row>` and `<row>.<field>`; `own-admin` and `too-many` by `rules`. */
  errors: FieldError[];
  /** Somebody else saved in between: their table. */
  theirs: Table | null;
}

export interface Saved {
  saved: true;
  changed: number;
  /** What stood there before, as a form that saves it again. */
  before: ClaimRow[];
  basedOn: string;
}
