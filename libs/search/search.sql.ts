// SPDX-License-Identifier: EUPL-1.2
import { statement } from '#platform/database/statement.js';
import { summaryColumns } from '#entries/entries.sql.js';

/**
 * The functions find ids; what a hit says is read from the entry, under its policy and the same snapshot.
 * `offset 0` keeps the planner from joining the few hits with all entries the viewer sees.
 */
const summaryOf = (id: string): string =>
  `(select ${summaryColumns} from entry e join company c on c.id = e.company_id where e.id = ${id} offset 0)`;

/** `$1` is what `search.query` asks for (0200-search.sql). */
export const querySql = statement(`with answer as materialized (select search.query($1::jsonb) as page)
select page, coalesce((
  select jsonb_agg(jsonb_build_object('entry', to_jsonb(summary), 'body', hit ->> 'body') order by position)
    from jsonb_array_elements(page -> 'hits') with ordinality as h (hit, position)
    cross join lateral ${summaryOf("(hit ->> 'id')::uuid")} summary), '[]') as hits
from answer`);

export const spellingsSql = statement('select search.spellings($1::jsonb) as spellings');

/** `$1` terms, `$2` the entry being written, `$3` how many. */
export const similarSql = statement(`select to_jsonb(summary) as entry, '' as body
  from search.similar($1::jsonb, $2, $3) hit cross join lateral ${summaryOf('hit.id')} summary order by hit.score desc, hit.id`);
