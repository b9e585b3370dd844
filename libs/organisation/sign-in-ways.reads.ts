// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import type { LeaverWay } from './company-sign-in.entity.js';
import type { Translated } from './organisation.reads.js';

export interface SignInWay {
  slug: string;
  name: Translated;
  shortName: string;
  provider: string | null;
}

/** What a company decided about the sessions of its people. */
export interface SessionRule {
  signOutAtProvider: boolean;
  leaverWay: LeaverWay;
  sessionMinutes: number | null;
}

const way = `select c.slug, jsonb_build_object('de', c.name_de, 'en', c.name_en) as name, c.short_name as "shortName", w.provider
  from company c left join access.sign_in_providers() w on w.company_id = c.id`;
const allWays = statement(`${way} order by (c.kind <> 'administration'), c.short_name`);
const wayOfDomain = statement(`${way} join company_mail_domain d on d.company_id = c.id where d.domain = $1`);

// Of several companies without a provider the strictest counts: shortest first.
const rule = statement(`select sign_out_at_provider as "signOutAtProvider", leaver_way as "leaverWay", session_minutes as "sessionMinutes"
  from company_sign_in where company_id = any($1::uuid[]) and provider is not distinct from $2
  order by session_minutes nulls last, company_id limit 1`);

export function readSignInWays(reads: ReadSession): Promise<SignInWay[]> {
  return reads.rows<SignInWay>(allWays);
}

export async function readSignInWay(reads: ReadSession, mailDomain: string): Promise<SignInWay | null> {
  return (await reads.row<SignInWay>(wayOfDomain, [mailDomain])) ?? null;
}

/**
 * The rule for a session of the viewer.
 * @param provider where the session comes from; null for an account of the realm itself
 */
export async function readSessionRule(reads: ReadSession, provider: string | null): Promise<SessionRule | null> {
  const viewer = await reads.viewer();
  if (viewer.status !== 'employee') return null;
  const companies = viewer.memberships.map(({ companyId }) => companyId);
  return (await reads.row<SessionRule>(rule, [companies, provider])) ?? null;
}
