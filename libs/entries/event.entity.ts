// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

/** What happens to an entry, and whether its readers may know: the rest is for those who write it. */
export const entryActions = {
  created: 'authors',
  saved: 'authors',
  released: 'readers',
  narrowed: 'authors',
  archived: 'readers',
  withdrawn: 'authors',
  restored: 'readers',
  discarded: 'authors',
  'handed-over': 'readers',
  reused: 'readers',
  'reuse-ended': 'readers',
} as const satisfies Record<string, 'readers' | 'authors'>;

export type EntryAction = keyof typeof entryActions;

const schema = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    action: p.text().$type<EntryAction>(),
    scope: p.text().$type<'readers' | 'authors'>(),
    personId: p.uuid().nullable(),
    companyId: p.uuid().nullable(),
    revision: p.integer().nullable(),
    fields: p.array().$type<string[]>(),
    at: p.datetime(),
  },
});

/** Who did what to which entry, when: ids and names of fields, never text. History, audit log and the cause of everything that follows. */
export class Event extends schema.class {}

schema.setClass(Event);

export const EventSchema = schema;
