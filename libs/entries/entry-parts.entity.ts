// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

/** Rows that follow a release: topics, authors, chosen companies. */
export const EntryTopic = defineEntity({
  name: 'EntryTopic',
  tableName: 'entry_topic',
  properties: { entryId: p.uuid().primary(), topicId: p.text().primary() },
});

export const EntryAuthor = defineEntity({
  name: 'EntryAuthor',
  tableName: 'entry_author',
  properties: { entryId: p.uuid().primary(), personId: p.uuid().primary(), membershipId: p.uuid(), position: p.integer() },
});

export const EntryCompany = defineEntity({
  name: 'EntryCompany',
  tableName: 'entry_company',
  properties: { entryId: p.uuid().primary(), companyId: p.uuid().primary() },
});
