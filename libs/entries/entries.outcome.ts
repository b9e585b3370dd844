// SPDX-License-Identifier: EUPL-1.2
import type { InvalidInput } from '#platform/errors/field-error.js';

/** A document as GraphQL hands it over: shapes are the schema's, contents are checked by `entry-document.ts`. */
export interface DocumentInput {
  content: Record<string, unknown>;
  [field: string]: unknown;
}

interface Members {
  Saved: { __typename: 'Saved'; entryId: string };
  Published: { __typename: 'Published'; entryId: string };
  Changed: { __typename: 'Changed'; entryId: string };
  NotPossible: { __typename: 'NotPossible'; entryId: string; code: string };
  RevisionConflict: { __typename: 'RevisionConflict'; entryId: string; base: number; theirs: number };
}

/** What a use case answers: ids only; the texts are read afterwards, as a read. */
export type Outcome<Name extends keyof Members> = Members[Name] | InvalidInput;
