// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { hasRole, type Role, type Viewer } from '#platform/access/viewer.js';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { decodeCursor, encodeCursor, isMoment } from '#platform/graphql/cursor.js';
import { isId } from '#platform/graphql/ids.js';
import { pageSize } from '#platform/graphql/page.js';
import { companyJson, personCard } from '#organisation/organisation.sql.js';
import type { CompanyRow, PersonCard } from '#organisation/organisation.reads.js';
import { deletedAt } from './bin.js';
import { answeredQuestions } from './entry-document.js';
import type { EntryState } from './entry.entity.js';
import type { RevisionDocument } from './entry.input.js';
import type { EntryFacts } from './entry-audiences.js';
import { entryPermissions } from './entry.policy.js';
import { factColumns, responsibleMembership } from './entry-sight.js';
import { Kinds } from './kinds.js';

export type MyEntriesScope = 'own' | 'company' | 'without-responsible';

export interface MyEntriesFilter {
  scope?: MyEntriesScope | null;
  kind?: string | null;
  states?: EntryState[] | null;
  unreleased?: boolean | null;
}

interface MyEntryRow extends EntryFacts {
  entryId: string;
  kind: string;
  slug: string;
  unreleased: boolean;
  document: RevisionDocument;
  savedAt: Date;
  savedBy: PersonCard | null;
  responsible: PersonCard | null;
  company: CompanyRow;
  publishedAt: Date | null;
  trashedAt: Date | null;
}

const unreleased = `(e.state = 'draft' or e.state <> 'trashed' and r.number > e.revision)`;

// $1 whose entries ($2 the person, $3 the companies they look after). That the newest revision is seen, by its policy, says that it is theirs to write.
const source = `entry e left join membership rm on ${responsibleMembership('e', 'rm')}
  join lateral (select * from revision where entry_id = e.id order by number desc limit 1) r on true
  where case $1
    when 'own' then e.responsible_id = $2::uuid or exists (select 1 from entry_author a where a.entry_id = e.id and a.person_id = $2::uuid)
    when 'company' then e.company_id = any($3::uuid[])
    else e.company_id = any($3::uuid[]) and rm.ended_at <= now() and e.state <> 'trashed' end`;

const page = statement(`select e.id as "entryId", e.kind, e.slug, ${factColumns},
    e.published_at as "publishedAt", e.trashed_at as "trashedAt", r.document, r.saved_at as "savedAt", ${unreleased} as unreleased,
    (select ${personCard('p')} from person p where p.id = r.saved_by) as "savedBy",
    (select ${personCard('p')} from person p where p.id = e.responsible_id) as responsible,
    (select ${companyJson('c')} from company c where c.id = e.company_id) as company
  from ${source}
    and ($4::text is null or e.kind = $4) and ($5::text[] is null or e.state = any($5))
    and ($6::boolean is null or e.state <> 'trashed' and ${unreleased} = $6)
    and ($7::timestamptz is null or (r.saved_at, e.id) < ($7::timestamptz, $8::uuid))
  order by r.saved_at desc, e.id desc limit $9`);

const counts = statement(
  `select count(*)::int as all, ${['draft', 'published', 'archived', 'trashed']
    .map((state) => `count(*) filter (where e.state = '${state}')::int as ${state}`)
    .join(', ')}, count(*) filter (where ${unreleased})::int as unreleased from ${source}`,
);

/** What somebody writes or looks after. */
@Injectable()
export class MyEntriesReads {
  constructor(private readonly kinds: Kinds) {}

  async page(reads: ReadSession, filter: MyEntriesFilter, first: number, after: string | null | undefined) {
    const size = pageSize(first);
    const [savedAt, id] = decodeCursor(after, 2, ([at = '', entryId = '']) => isMoment(at) && isId(entryId)) ?? [null, null];
    const viewer = await reads.viewer();
    const scope = scopeOf(viewer, filter.scope ?? 'own');
    const chosen = [filter.kind ?? null, filter.states ?? null, filter.unreleased ?? null];
    const rows = await reads.rows<MyEntryRow>(page, [...scope, ...chosen, savedAt, id, size + 1]);
    const last = rows.length > size ? rows[size - 1] : rows.at(-1);
    return {
      nodes: rows.slice(0, size).map((row) => this.shape(row, viewer)),
      hasNextPage: rows.length > size,
      endCursor: last ? encodeCursor([last.savedAt.toISOString(), last.entryId]) : null,
      scope,
    };
  }

  counts(reads: ReadSession, scope: unknown[]) {
    return reads.row(counts, scope);
  }

  private shape(row: MyEntryRow, viewer: Viewer) {
    const kind = this.kinds.get(row.kind);
    return {
      ...row,
      title: row.document.title,
      visibility: row.document.visibility.choice,
      validUntil: row.document.validUntil,
      answered: answeredQuestions(kind, row.document),
      questions: kind.fields.length,
      deletedAt: row.trashedAt && deletedAt(row.trashedAt),
      may: entryPermissions(viewer, row),
    };
  }
}

/** The first three values of both statements. */
function scopeOf(viewer: Viewer, scope: MyEntriesScope): [MyEntriesScope, string | null, string[]] {
  if (viewer.status === 'stranger') return [scope, null, []];
  const roles: Role[] = scope === 'company' ? ['editor'] : ['editor', 'admin'];
  const looksAfter = viewer.memberships.filter(({ companyId }) => hasRole(viewer, companyId, ...roles));
  return [scope, viewer.personId, looksAfter.map(({ companyId }) => companyId)];
}
