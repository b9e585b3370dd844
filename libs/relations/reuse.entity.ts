// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Reuse',
  tableName: 'reuse',
  properties: { id: p.uuid().primary(), entryId: p.uuid(), companyId: p.uuid(), personId: p.uuid(), since: p.datetime() },
});

/** A company says that it uses this too. Content of the entry: whoever sees the entry sees who uses it. */
export class Reuse extends schema.class {}

schema.setClass(Reuse);

export const ReuseSchema = schema;
