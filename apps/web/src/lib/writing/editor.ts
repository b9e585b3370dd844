// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind, EntryState, VisibilityChoice } from '#lib/gql/graphql.ts';
import type { Problem } from './problems.ts';
import type { Values } from './values.ts';

export interface ChosenPerson {
  id: string;
  name: string;
  company?: { shortName: string } | null | undefined;
}

export interface Owner {
  id: string;
  shortName: string;
  headCount: number;
  department: { name: { de: string; en: string }; headCount: number } | null;
}

/** Who would see it, as the API counts. */
export interface Sight {
  choice: VisibilityChoice;
  headCount?: number | null | undefined;
  department?: { name: { de: string; en: string } } | null | undefined;
  companies: readonly { id: string; shortName: string }[];
}

export interface SimilarEntry {
  id: string;
  slug: string;
  kind: EntryKind;
  title: string;
  publishedAt?: string | null | undefined;
  company: { id: string; shortName: string };
  usedBy: readonly { id: string }[];
}

/** What is saved. */
export interface SavedState {
  entryId: string;
  kind: EntryKind;
  /** Number of the newest revision; 0 for an entry that was never saved. */
  base: number;
  values: Values;
  savedAt: string | null;
  savedBy: { id: string; name: string } | null;
  state: EntryState;
  /** What readers see. */
  releasedRevision: number | null;
  mayDiscard: boolean;
  missing: Problem[];
  coAuthors: ChosenPerson[];
}

/** Everything the form is made of. Parts the API gives are null while it does not answer: the form stands all the same. */
export interface Editor {
  saved: SavedState | null;
  owner: Owner | null;
  companies: readonly { id: string; shortName: string; headCount: number }[] | null;
  topics: readonly { id: string; name: { de: string; en: string } }[] | null;
  sight: Sight | null;
  similar: readonly SimilarEntry[];
  /** People found by the name that was asked for without JavaScript. */
  people: { text: string; found: readonly ChosenPerson[] } | null;
  limits: { title: number; keyStatement: number; body: number; topics: number; coAuthors: number };
}
