// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { ChosenPerson } from './editor.ts';
import type { Merge } from './merge.ts';
import type { Problem } from './problems.ts';
import type { Values } from './values.ts';

/** Why nothing was saved although the form was in order. */
export type Fault = 'session-ended' | 'forbidden' | 'not-found' | 'unavailable' | 'unexpected';

/** What a form that was not accepted comes back with: everything that was sent, and why. */
export interface Refusal {
  entryId: string;
  kind: EntryKind;
  base: number;
  values: Values;
  people: ChosenPerson[];
  problems: Problem[];
  fault: Fault | null;
  /** Somebody saved in between. */
  merge: Merge | null;
}

/** Whether an answer of the API or of this app, by its status, is one of the faults. */
export function faultOf(status: number): Fault {
  if (status === 401) return 'session-ended';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  return status === 429 || status >= 502 ? 'unavailable' : 'unexpected';
}
