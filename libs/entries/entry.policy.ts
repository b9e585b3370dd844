// SPDX-License-Identifier: EUPL-1.2
import { actingMembership, isMemberOf, type Viewer } from '#platform/access/viewer.js';
import { type EntryFacts, writerAudiences } from './entry-audiences.js';

/** Authors contribute for the company they act for; guests and plain employees read. */
export function mayContribute(viewer: Viewer): boolean {
  return actingMembership(viewer)?.roles.some((role) => role === 'author' || role === 'editor') ?? false;
}

/** Whoever is among `writerAudiences`: the one rule of access also says who may write. */
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

/** Those of the company that owns it who write it, to another member: what leavers answered for, and what goes with a new task. */
export function mayHandOver(viewer: Viewer, entry: EntryFacts): boolean {
  return mayEdit(viewer, entry) && isMemberOf(viewer, entry.companyId);
}

function isWriter(viewer: Viewer, entry: EntryFacts): boolean {
  return writerAudiences(entry).some((writer) => viewer.audiences.includes(writer));
}

/** Sent along with an entry, so that pages offer nothing that will be refused. */
export function entryPermissions(
  viewer: Viewer,
  entry: EntryFacts,
): Record<'edit' | 'archive' | 'withdraw' | 'restore' | 'discard' | 'narrow' | 'handOver' | 'reuse', boolean> {
  return {
    edit: mayEdit(viewer, entry),
    archive: mayArchive(viewer, entry),
    withdraw: mayWithdraw(viewer, entry),
    restore: mayRestore(viewer, entry),
    discard: mayDiscard(viewer, entry),
    narrow: mayNarrow(viewer, entry),
    handOver: mayHandOver(viewer, entry),
    reuse: mayReuse(viewer, entry),
  };
}
