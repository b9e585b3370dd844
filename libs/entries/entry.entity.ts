// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

export type EntryState = 'draft' | 'published' | 'archived' | 'trashed';
/** Since when each audience can read the entry without a break, as ISO moments. Says what is new for whom, never who may see it. */
export type Shown = Record<string, string>;
export type VisibilityChoice = 'private' | 'department' | 'company' | 'companies' | 'group' | 'public';

const schema = defineEntity({
  name: 'Entry',
  tableName: 'entry',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    state: p.text().$type<EntryState>(),
    slug: p.text(),
    title: p.text(),
    keyStatement: p.text(),
    body: p.text(),
    language: p.text(),
    companyId: p.uuid(),
    departmentId: p.uuid().nullable(),
    responsibleId: p.uuid(),
    visibility: p.text().$type<VisibilityChoice>(),
    validUntil: p.type('date').$type<string>().nullable(),
    revision: p.integer(),
    publishedAt: p.datetime().nullable(),
    trashedAt: p.datetime().nullable(),
    shown: p.json().$type<Shown>(),
    shownAt: p.datetime().nullable(),
    updatedAt: p.datetime(),
    createdAt: p.datetime(),
  },
});

/** The spine of everything published here. Its columns hold what is released; `audiences` is no property: one database function sets it. */
export class Entry extends schema.class {
  /** True once readers have seen something. */
  wasReleased(): boolean {
    return this.revision > 0;
  }

  /** The bin remembers since when, because it is emptied. */
  moveTo(state: EntryState, now: Date): void {
    this.state = state;
    this.trashedAt = state === 'trashed' ? now : null;
  }
}

schema.setClass(Entry);

export const EntrySchema = schema;
