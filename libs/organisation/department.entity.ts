// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    parentId: p.uuid().nullable(),
    slug: p.text(),
    nameDe: p.text(),
    nameEn: p.text(),
    headCount: p.integer(),
  },
});

export class Department extends schema.class {}

schema.setClass(Department);

export const DepartmentSchema = schema;
