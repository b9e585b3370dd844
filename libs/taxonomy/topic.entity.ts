// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Topic',
  tableName: 'topic',
  properties: { id: p.text().primary(), nameDe: p.text(), nameEn: p.text() },
});

export class Topic extends schema.class {}

schema.setClass(Topic);

export const TopicSchema = schema;
