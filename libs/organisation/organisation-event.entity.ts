// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';

/** What can happen to a company's people and rights. */
export type OrganisationAction =
  | 'company-created'
  | 'sign-in-changed'
  | 'claim-table-changed'
  | 'offboarding-token-created'
  | 'offboarding-token-revoked'
  | 'role-granted'
  | 'role-revoked'
  | 'membership-ended'
  | 'membership-reopened';

/** Who did what to whose rights, when: ids and words for what, never text. For the company's admins, the office and the person it is about. */
export const OrganisationEvent = defineEntity({
  name: 'OrganisationEvent',
  tableName: 'organisation_event',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    companyId: p.uuid(),
    what: p.text().$type<OrganisationAction>(),
    actorId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    detail: p.text().nullable(),
  },
});

export interface OrganisationHappening {
  companyId: string;
  what: OrganisationAction;
  /** Null for the company's own system, its identity provider and jobs. */
  actorId: string | null;
  personId?: string;
  /** One word: the role, the number of lines, on whose word a membership ended. */
  detail?: string;
}

/** Part of the transaction of what it tells of. */
export async function recordForCompany(em: EntityManager, at: Date, happening: OrganisationHappening): Promise<void> {
  await em.insert(OrganisationEvent, { id: crypto.randomUUID(), at, personId: null, detail: null, ...happening });
}
