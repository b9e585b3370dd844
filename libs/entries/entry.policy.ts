// SPDX-License-Identifier: EUPL-1.2
import { actingMembership, hasRole, type Viewer } from '#platform/access/viewer.js';
import type { EntryState, VisibilityChoice } from './entry.entity.js';

/** What the policies need to know of an entry. */
export interface EntryFacts {
  state: EntryState;
  companyId: string;
  authorIds: string[];
  everReleased: boolean;
  visibility: VisibilityChoice;
}

/** Authors contribute for the company they act for; guests and plain employees read. */
export function mayContribute(viewer: Viewer): boolean {
  return actingMembership(viewer)?.roles.some((role) => role === 'author' || role === 'editor') ?? false;
}

/** Authors and co-authors, and the owning company's editors once it was released to anybody else. Same people as `writerAudiences`. */
export function mayEdit(viewer: Viewer, entry: EntryFacts): boolean {
  return isWriter(viewer, entry) && entry.state !== 'trashed';
}

export function mayArchive(viewer: Viewer, entry: EntryFacts): boolean {
  return isWriter(viewer, entry) && entry.state === 'published';
}

export function mayWithdraw(viewer: Viewer, entry: EntryFacts): boolean {
  return isWriter(viewer, entry) && (entry.state === 'published' || entry.state === 'archived');
}

/** Undo: back from the archive, back to readers after a withdrawal, back from the bin. */
export function mayRestore(viewer: Viewer, entry: EntryFacts): boolean {
  const restorable = entry.state === 'archived' || entry.state === 'trashed' || (entry.state === 'draft' && entry.everReleased);
  return isWriter(viewer, entry) && restorable;
}

/** Only what nobody but its authors has ever read. */
export function mayDiscard(viewer: Viewer, entry: EntryFacts): boolean {
  return isWriter(viewer, entry) && entry.state === 'draft' && !entry.everReleased;
}

export function mayNarrow(viewer: Viewer, entry: EntryFacts): boolean {
  return isWriter(viewer, entry) && (entry.state === 'published' || entry.state === 'archived') && entry.visibility !== 'private';
}

/** Any employee may say that the company they act for uses it too, except the company that shared it. */
export function mayReuse(viewer: Viewer, entry: EntryFacts): boolean {
  const acting = actingMembership(viewer);
  return entry.state === 'published' && acting !== null && acting.companyId !== entry.companyId;
}

function isWriter(viewer: Viewer, entry: EntryFacts): boolean {
  if (viewer.status !== 'employee') return false;
  const [author, ...coAuthors] = entry.authorIds;
  if (coAuthors.includes(viewer.personId)) return true;
  // Co-authors may be of another company from the start; an author who has left the company that owns the entry writes for it no more.
  if (viewer.personId === author && viewer.memberships.some(({ companyId }) => companyId === entry.companyId)) return true;
  return entry.everReleased && entry.visibility !== 'private' && hasRole(viewer, entry.companyId, 'editor');
}

/** Sent along with an entry, so that pages offer nothing that will be refused. */
export function entryPermissions(
  viewer: Viewer,
  entry: EntryFacts,
): Record<'edit' | 'archive' | 'withdraw' | 'restore' | 'discard' | 'narrow' | 'reuse', boolean> {
  return {
    edit: mayEdit(viewer, entry),
    archive: mayArchive(viewer, entry),
    withdraw: mayWithdraw(viewer, entry),
    restore: mayRestore(viewer, entry),
    discard: mayDiscard(viewer, entry),
    narrow: mayNarrow(viewer, entry),
    reuse: mayReuse(viewer, entry),
  };
}
