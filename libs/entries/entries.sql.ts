// SPDX-License-Identifier: EUPL-1.2
import { companyJson, departmentJson, personCard, personJson } from '#organisation/organisation.sql.js';
import { factColumns, responsibleMembership } from './entry-sight.js';
import type { Kind } from './kind.js';

/** `Topic` list of an entry. */
const topicsJson = (e: string): string => `coalesce((select jsonb_agg(
  jsonb_build_object('id', t.id, 'name', jsonb_build_object('de', t.name_de, 'en', t.name_en)) order by t.name_de)
  from entry_topic et join topic t on t.id = et.topic_id where et.entry_id = ${e}.id), '[]')`;

/** `[Company]` that use it too. */
const usedByJson = (e: string): string => `coalesce((select jsonb_agg(${companyJson('rc')} order by rc.short_name)
  from reuse r join company rc on rc.id = r.company_id where r.entry_id = ${e}.id), '[]')`;

/** Columns of `EntrySummary`, from `entry e join company c`. */
export const summaryColumns = `e.id, e.kind, e.slug, e.state, e.title, e.key_statement as "keyStatement", ${companyJson('c')} as company,
  (select ${personCard('p')} from person p where p.id = e.responsible_id) as responsible, ${topicsJson('e')} as topics,
  e.published_at as "publishedAt", e.updated_at as "updatedAt", e.valid_until::text as "validUntil", ${usedByJson('e')} as "usedBy"`;

/** The released choice of an entry as `Visibility`, with the head count it means. */
export const visibilityJson = `jsonb_build_object('choice', e.visibility,
  'department', case when e.visibility = 'department' and d.id is not null then ${departmentJson('d')} end,
  'companies', case
    when e.visibility = 'company' then jsonb_build_array(${companyJson('c')})
    when e.visibility = 'companies' then (select jsonb_agg(${companyJson('vc')} order by vc.short_name) from company vc
      where vc.id = e.company_id or vc.id in (select company_id from entry_company where entry_id = e.id))
    else '[]' end,
  'headCount', case e.visibility
    when 'private' then (select count(*) from entry_author where entry_id = e.id)
    when 'department' then d.head_count
    when 'company' then c.head_count
    when 'companies' then (select sum(vc.head_count) from company vc
      where vc.id = e.company_id or vc.id in (select company_id from entry_company where entry_id = e.id))
    when 'group' then (select sum(head_count) from company) end)`;

/** A page of a list, newest first, after the keyset ($6, $7). */
export const entryListSql = `select ${summaryColumns}
  from entry e join company c on c.id = e.company_id
  where e.state = $1 and e.published_at is not null
    and ($2::text is null or e.kind = $2) and ($3::uuid is null or e.company_id = $3)
    and ($4::text is null or exists (select 1 from entry_topic et where et.entry_id = e.id and et.topic_id = $4))
    and ($5::uuid is null or e.responsible_id = $5 or exists (select 1 from entry_author a where a.entry_id = e.id and a.person_id = $5))
    and ($6::timestamptz is null or (e.published_at, e.id) < ($6::timestamptz, $7::uuid))
  order by e.published_at desc, e.id desc limit $8`;

/** One entry with everything its page shows: one statement. */
export function entryByIdSql(kinds: readonly Kind[]): string {
  return `select ${summaryColumns}, e.body, e.language, e.revision, ${factColumns},
  case when d.id is not null then ${departmentJson('d')} end as department,
  (select ${personJson('p')} from person p where p.id = e.responsible_id) as responsible,
  coalesce((select jsonb_agg(${personCard('p')} order by a.position) from entry_author a join person p on p.id = a.person_id
    where a.entry_id = e.id), '[]') as authors,
  ${visibilityJson} as "visibilityShown",
  coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'company', ${companyJson('rc')}, 'since', r.since,
      'person', (select ${personCard('p')} from person p where p.id = r.person_id)) order by r.since, r.id)
    from reuse r join company rc on rc.id = r.company_id where r.entry_id = e.id), '[]') as reuses,
  coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'at', v.at, 'action', v.action, 'revision', v.revision,
      'person', (select ${personCard('p')} from person p where p.id = v.person_id),
      'company', (select ${companyJson('vc')} from company vc where vc.id = v.company_id)) order by v.at desc, v.id desc)
    from (${historyEvents}) v), '[]') as history,
  ${contentJson(kinds)} as content
from entry e join company c on c.id = e.company_id left join department d on d.id = e.department_id
  left join membership rm on ${responsibleMembership('e', 'rm')}
where e.id = $1`;
}

/** A form saves itself every few seconds: of that one row for each person and day, or it would push everything else out. */
const historyEvents = `select * from (select event.*, row_number() over
      (partition by action, person_id, (at at time zone 'Europe/Berlin')::date order by at desc, id desc) as nth from event where entry_id = e.id) one
    where action <> 'saved' or nth = 1 order by at desc, id desc limit 50`;

/** The released texts of whatever kind the entry is; empty texts before the first release. */
function contentJson(kinds: readonly Kind[]): string {
  const branches = kinds.map(({ name, fields }) => {
    const columns = fields.map((field) => `'${field.name}', coalesce(k.${columnOf(field.name)}, '')`).join(', ');
    return `when '${name}' then (select jsonb_build_object(${columns}) from (select e.id) as one left join ${name} k on k.id = one.id)`;
  });
  return `case e.kind ${branches.join('\n  ')} end`;
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
