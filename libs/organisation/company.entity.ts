// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

export type CompanyKind = 'administration' | 'municipal-company' | 'own-enterprise';

const schema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    kind: p.text().$type<CompanyKind>(),
    nameDe: p.text(),
    nameEn: p.text(),
    shortName: p.text(),
    descriptionDe: p.text(),
    descriptionEn: p.text(),
    headCount: p.integer(),
    functionAddress: p.text(),
  },
});

/** The administration, a municipal company or an own enterprise: who shares and who may see. */
export class Company extends schema.class {}

schema.setClass(Company);

export const CompanySchema = schema;
