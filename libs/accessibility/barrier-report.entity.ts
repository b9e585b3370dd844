// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

/** Somebody met a barrier. For the office; whoever wrote it, also a stranger, cannot read it again. */
export const BarrierReport = defineEntity({
  name: 'BarrierReport',
  tableName: 'barrier_report',
  properties: {
    id: p.uuid().primary(),
    page: p.text(),
    message: p.text(),
    replyTo: p.text().nullable(),
    createdAt: p.datetime(),
  },
});
