// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  properties: {
    id: p.uuid().primary(),
    problem: p.text(),
    approach: p.text(),
    result: p.text(),
    effort: p.text(),
    reuse: p.text(),
    contact: p.text(),
  },
});

/** Something that works: problem, approach, result, how to reuse it. Released texts only, in Markdown. */
export class Practice extends schema.class {}

schema.setClass(Practice);

export const PracticeSchema = schema;
