// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';
import type { RevisionDocument } from './entry.input.js';

const schema = defineEntity({
  name: 'Revision',
  tableName: 'revision',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    number: p.integer(),
    document: p.json().$type<RevisionDocument>(),
    savedBy: p.uuid(),
    savedAt: p.datetime(),
  },
});

/** One saved state of an entry. Never changed after it was written. */
export class Revision extends schema.class {}

schema.setClass(Revision);

export const RevisionSchema = schema;
