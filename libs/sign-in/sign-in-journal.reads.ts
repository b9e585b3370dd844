// SPDX-License-Identifier: EUPL-1.2
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { personCard } from '#organisation/organisation.sql.js';

/** Days are those of the offices. */
const journal = statement(`select
  (select coalesce(jsonb_agg(d order by d.day desc), '[]') from (
     select to_char(at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as day,
            count(*) filter (where failure is null)::int as "signedIn", count(*) filter (where failure is not null)::int as failed
       from sign_in_record where company_id = $1 and at > now() - interval '30 days' group by 1) d) as days,
  (select coalesce(jsonb_agg(h order by h.count desc, h.hint), '[]') from (
     select hint, count(*)::int from sign_in_record, unnest(hints) hint
      where company_id = $1 and at > now() - interval '7 days' group by hint) h) as hints,
  (select coalesce(jsonb_agg(r order by r.at desc), '[]') from (
     select s.at, s.failure, s.hints, case when p.id is not null then ${personCard('p')} end as person
       from sign_in_record s left join person p on p.id = s.person_id and s.at > now() - interval '7 days'
      where s.company_id = $1 and (s.failure is not null or s.hints <> '{}') order by s.at desc limit 50) r) as records`);

export interface SignInJournalRow {
  days: { day: string; signedIn: number; failed: number }[];
  hints: { hint: string; count: number }[];
  records: { at: string; failure: string | null; hints: string[]; person: { id: string; name: string } | null }[];
}

/** For whom the rows are there; whoever else asks gets a journal in which nothing stands. */
export async function readSignInJournal(reads: ReadSession, companyId: string): Promise<SignInJournalRow | null> {
  return (await reads.row<SignInJournalRow>(journal, [companyId])) ?? null;
}
