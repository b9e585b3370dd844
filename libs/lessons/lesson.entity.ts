// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Lesson',
  tableName: 'lesson',
  properties: { id: p.uuid().primary(), tried: p.text(), expected: p.text(), happened: p.text(), nextTime: p.text() },
});

/** What was tried and did not work as expected. Released texts only, in Markdown. */
export class Lesson extends schema.class {}

schema.setClass(Lesson);

export const LessonSchema = schema;
