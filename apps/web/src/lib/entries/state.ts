// SPDX-License-Identifier: EUPL-1.2
import type { StatusShape } from '#lib/components/Status.svelte';
import { daysBetween } from '#lib/format/dates.ts';
import type { EntryState } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

/** The office asks again this many days before an entry's validity ends. */
const SOON_DAYS = 30;

export function stateOf({ state, validUntil }: { state: EntryState; validUntil?: string | null | undefined }): {
  shape: StatusShape;
  word: string;
} {
  if (state === 'DRAFT') return { shape: 'draft', word: m.state_draft() };
  if (state === 'ARCHIVED') return { shape: 'archived', word: m.state_archived() };
  if (state === 'TRASHED') return { shape: 'declined', word: m.state_trashed() };
  if (!validUntil) return { shape: 'valid', word: m.state_valid() };
  const daysLeft = -daysBetween(validUntil);
  if (daysLeft < 0) return { shape: 'overdue', word: m.state_expired() };
  return daysLeft <= SOON_DAYS ? { shape: 'soon', word: m.state_expires_soon() } : { shape: 'valid', word: m.state_valid() };
}
