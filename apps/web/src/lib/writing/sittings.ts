// SPDX-License-Identifier: EUPL-1.2

interface Saved {
  savedAt: string;
  released: boolean;
  savedBy?: { id: string } | null | undefined;
}

/** What one person saved in one go: the form saves itself every few seconds, and nobody looks for all of that. */
export interface Sitting<R extends Saved> {
  /** The text as it was at the end. */
  last: R;
  /** On the way there, newest first. */
  before: R[];
}

/** A longer break begins another sitting. */
const BREAK_MS = 15 * 60 * 1000;

/** Revisions, newest first, by sitting. What was released is always the end of one, so that it is seen. */
export function sittings<R extends Saved>(revisions: readonly R[]): Sitting<R>[] {
  const found: Sitting<R>[] = [];
  for (const revision of revisions) {
    const sitting = found.at(-1);
    const later = sitting && (sitting.before.at(-1) ?? sitting.last);
    if (later && !revision.released && together(revision, later)) sitting.before.push(revision);
    else found.push({ last: revision, before: [] });
  }
  return found;
}

function together(earlier: Saved, later: Saved): boolean {
  return earlier.savedBy?.id === later.savedBy?.id && Date.parse(later.savedAt) - Date.parse(earlier.savedAt) < BREAK_MS;
}
