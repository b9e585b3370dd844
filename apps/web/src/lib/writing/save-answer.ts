// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from './problems.ts';

/** What the browser hears when the form saved itself. */
export type SaveAnswer =
  | { outcome: 'saved'; base: number; savedAt: string; missing: Problem[] }
  | { outcome: 'invalid'; problems: Problem[] }
  | { outcome: 'conflict'; theirs: OtherRevision };

/** The revision somebody saved in between. */
export interface OtherRevision {
  number: number;
  savedAt: string;
  savedBy: string | null;
}
