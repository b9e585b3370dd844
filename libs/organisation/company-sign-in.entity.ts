// SPDX-License-Identifier: EUPL-1.2
import { defineEntity, p } from '@mikro-orm/core';

/** How the hub learns that somebody left the company. */
export type LeaverWay = 'broker-token' | 'short-session' | 'hub-only';

/** A domain of the company's mail addresses, in small letters. */
export const CompanyMailDomain = defineEntity({
  name: 'CompanyMailDomain',
  tableName: 'company_mail_domain',
  properties: {
    domain: p.text().primary(),
    companyId: p.uuid(),
  },
});

const schema = defineEntity({
  name: 'CompanySignIn',
  tableName: 'company_sign_in',
  properties: {
    companyId: p.uuid().primary(),
    /** Alias of the company's identity provider at the realm; null: accounts of the realm itself. */
    provider: p.text().nullable(),
    signOutAtProvider: p.boolean(),
    leaverWay: p.text().$type<LeaverWay>(),
    /** How long a session lasts, used or not; set for `short-session` alone. */
    sessionMinutes: p.integer().nullable(),
  },
});

/** How the people of a company come in and go out. */
export class CompanySignIn extends schema.class {}

schema.setClass(CompanySignIn);

export const CompanySignInSchema = schema;
