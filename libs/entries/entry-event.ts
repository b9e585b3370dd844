// SPDX-License-Identifier: EUPL-1.2
import type { KnownPerson } from '#platform/access/viewer.js';
import type { Write } from '#platform/database/writes.js';
import { type EntryAction, entryActions, Event } from './event.entity.js';

export interface EventDetails {
  revision?: number;
  fields?: string[];
}

/** Records what this transaction does to the entry; written with the next flush. */
export function recordEvent(
  { em, now, viewer }: Pick<Write, 'em' | 'now'> & { viewer: KnownPerson },
  entryId: string,
  action: EntryAction,
  { revision, fields }: EventDetails = {},
): void {
  em.persist(
    em.create(Event, {
      id: crypto.randomUUID(),
      entryId,
      action,
      scope: entryActions[action],
      personId: viewer.personId,
      companyId: viewer.actingFor,
      revision: revision ?? null,
      fields: fields ?? [],
      at: now,
    }),
  );
}
