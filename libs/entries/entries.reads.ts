// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { Viewer } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { type Statement, statement } from '#platform/database/statement.js';
import { decodeCursor, encodeCursor, isMoment } from '#platform/graphql/cursor.js';
import { isId } from '#platform/graphql/ids.js';
import { pageSize } from '#platform/graphql/page.js';
import type { CompanyRow, DepartmentRow, PersonCard, PersonRow, Translated } from '#organisation/organisation.reads.js';
import { isCurrent } from '#organisation/organisation.sql.js';
import type { EntryState, VisibilityChoice } from './entry.entity.js';
import type { EntryFacts } from './entry-audiences.js';
import { entryPermissions } from './entry.policy.js';
import { entryByIdSql, entryListSql, summaryColumns } from './entries.sql.js';
import { Kinds } from './kinds.js';

export interface TopicRow {
  id: string;
  name: Translated;
}

export interface EntrySummaryRow {
  id: string;
  kind: string;
  slug: string;
  state: EntryState;
  title: string;
  keyStatement: string;
  company: CompanyRow;
  responsible: PersonCard | null;
  topics: TopicRow[];
  publishedAt: Date | null;
  updatedAt: Date;
  validUntil: string | null;
  usedBy: CompanyRow[];
}

interface EntryRow extends Omit<EntrySummaryRow, 'responsible'>, EntryFacts {
  body: string;
  language: string;
  revision: number;
  department: DepartmentRow | null;
  responsible: PersonRow | null;
  authors: PersonCard[];
  visibilityShown: VisibilityRow;
  reuses: { id: string; company: CompanyRow; since: string; person: PersonCard | null }[];
  history: { id: string; at: string; action: string; revision: number | null; person: PersonCard | null; company: CompanyRow | null }[];
  content: Record<string, string>;
}

export interface VisibilityRow {
  choice: VisibilityChoice;
  department: DepartmentRow | null;
  companies: CompanyRow[];
  headCount: number | null;
}

export interface EntryFilter {
  kind?: string | null;
  company?: string | null;
  topic?: string | null;
  state?: EntryState | null;
  mine?: boolean | null;
}

const list = statement(entryListSql);

const counts = statement(`select (select count(*)::int from entry where state = 'published') as entries,
  (select count(*)::int from company) as companies`);

const due = statement(`select ${summaryColumns}
  from entry e join company c on c.id = e.company_id
  join membership m on m.person_id = e.responsible_id and m.company_id = e.company_id and ${isCurrent('m')}
  where e.responsible_id = $1 and e.state = 'published' and e.valid_until <= current_date + 30
  order by e.valid_until, e.id limit 20`);

const fresh = statement(`select ${summaryColumns}, count(*) over ()::int as total
  from entry e join company c on c.id = e.company_id
  cross join lateral (select min(value::timestamptz) as since from jsonb_each_text(e.shown)
    where key = any(current_setting('app.audiences')::text[])) mine
  where e.state = 'published' and e.company_id <> all($1::uuid[])
    and e.shown_at > coalesce($2::timestamptz, '-infinity') and mine.since > coalesce($2::timestamptz, '-infinity')
  order by mine.since desc, e.id desc limit $3`);

const byIds = statement(`select ${summaryColumns} from entry e join company c on c.id = e.company_id where e.id = any($1::uuid[])`);

/** The statements of the pages people open all day: rows come back in the shape of the API, no entity is made. */
@Injectable()
export class EntriesReads {
  private byId: Statement | undefined;

  constructor(private readonly kinds: Kinds) {}

  /** `null` for missing and hidden alike. */
  async entry(reads: ReadSession, id: string) {
    this.byId ??= statement(entryByIdSql(this.kinds.all()));
    const [row, viewer] = await Promise.all([reads.row<EntryRow>(this.byId, [id]), reads.viewer()]);
    return row ? this.shape(row, viewer) : null;
  }

  async list(reads: ReadSession, filter: EntryFilter, first: number, after: string | null | undefined) {
    const size = pageSize(first);
    const [publishedAt, id] = decodeCursor(after, 2, ([at = '', entryId = '']) => isMoment(at) && isId(entryId)) ?? [null, null];
    const mine = filter.mine ? personId(await reads.viewer()) : null;
    if (filter.mine && !mine) return { nodes: [], endCursor: null, hasNextPage: false };
    const rows = await reads.rows<EntrySummaryRow>(list, [
      filter.state ?? 'published',
      filter.kind ?? null,
      filter.company ?? null,
      filter.topic ?? null,
      mine,
      publishedAt,
      id,
      size + 1,
    ]);
    const nodes = rows.slice(0, size);
    const last = nodes.at(-1);
    return {
      nodes,
      hasNextPage: rows.length > size,
      endCursor: last ? encodeCursor([last.publishedAt?.toISOString() ?? '', last.id]) : null,
    };
  }

  async counts(reads: ReadSession) {
    return reads.row<{ entries: number; companies: number }>(counts);
  }

  async dueFor(reads: ReadSession) {
    const rows = await reads.rows<EntrySummaryRow>(due, [personId(await reads.viewer())]);
    return rows.map((entry) => ({ entry, due: entry.validUntil }));
  }

  /** What the viewer can read since the previous visit and could not before; all there is when there was none. */
  async newFromOthers(reads: ReadSession, since: Date | null, first: number) {
    const viewer = await reads.viewer();
    const own = viewer.status === 'employee' ? viewer.memberships.map(({ companyId }) => companyId) : [];
    const rows = await reads.rows<EntrySummaryRow & { total: number }>(fresh, [own, since, pageSize(first)]);
    return { nodes: rows, total: rows[0]?.total ?? 0, since };
  }

  /** In the order of the ids; what the viewer does not see is left out. */
  async summaries(reads: ReadSession, ids: readonly string[]): Promise<EntrySummaryRow[]> {
    const rows = await reads.rows<EntrySummaryRow>(byIds, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  private shape(row: EntryRow, viewer: Viewer) {
    const kind = this.kinds.get(row.kind);
    return {
      ...row,
      __typename: kind.typeName,
      content: { __typename: kind.contentTypeName, ...row.content },
      visibility: row.visibilityShown,
      may: entryPermissions(viewer, row),
    };
  }
}

function personId(viewer: Viewer): string | null {
  return viewer.status === 'stranger' ? null : viewer.personId;
}
