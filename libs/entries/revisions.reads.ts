// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { ReadSession } from '#platform/database/read-session.js';
import { statement } from '#platform/database/statement.js';
import { berlinDay } from '#platform/time/berlin-day.js';
import { Clock } from '#platform/time/clock.js';
import { companyJson, departmentJson, personCard } from '#organisation/organisation.sql.js';
import type { CompanyRow, DepartmentRow, PersonCard } from '#organisation/organisation.reads.js';
import { missingForRelease } from './entry-document.js';
import type { EntryFacts } from './entry-audiences.js';
import type { RevisionDocument } from './entry.input.js';
import { entryPermissions, mayEdit } from './entry.policy.js';
import { factColumns, responsibleMembership } from './entry-sight.js';
import type { Kind } from './kind.js';
import { Kinds } from './kinds.js';

interface RevisionRow {
  entryId: string;
  number: number;
  savedAt: Date;
  savedBy: PersonCard | null;
  released: boolean;
  document: RevisionDocument;
  kind: string;
  companyId: string;
  departmentId: string | null;
}

interface DraftRow extends RevisionRow, EntryFacts {
  companyId: string;
  revision: number;
  company: CompanyRow;
  department: DepartmentRow | null;
}

const revisionColumns = `r.entry_id as "entryId", r.number, r.saved_at as "savedAt", r.document, e.kind, e.company_id as "companyId",
  e.department_id as "departmentId", (r.number = e.revision) as released,
  (select ${personCard('p')} from person p where p.id = r.saved_by) as "savedBy"`;

const draftColumns = `${revisionColumns}, ${factColumns}, e.revision, ${companyJson('c')} as company,
  case when d.id is not null then ${departmentJson('d')} end as department`;

const draftOf = statement(`select ${draftColumns}
  from entry e join company c on c.id = e.company_id left join department d on d.id = e.department_id
  left join membership rm on ${responsibleMembership('e', 'rm')}
  join lateral (select * from revision where entry_id = e.id order by number desc limit 1) r on true
  where e.id = $1`);

const revisionOf = statement(
  `select ${revisionColumns} from revision r join entry e on e.id = r.entry_id where r.entry_id = $1 and r.number = $2`,
);

const revisionsOf = statement(`select ${revisionColumns} from revision r join entry e on e.id = r.entry_id
  where r.entry_id = $1 order by r.number desc limit 50`);

/** What is being written: for those who write it. */
@Injectable()
export class RevisionsReads {
  constructor(
    private readonly kinds: Kinds,
    private readonly clock: Clock,
  ) {}

  /** What the form opens with; `null` for missing, hidden and not theirs to write alike. */
  async draft(reads: ReadSession, entryId: string) {
    const [row, viewer] = await Promise.all([reads.row<DraftRow>(draftOf, [entryId]), reads.viewer()]);
    if (!row) return null;
    if (!mayEdit(viewer, row)) return null;
    return {
      entryId,
      kind: row.kind,
      state: row.state,
      latest: this.shape(row),
      releasedRevision: row.revision || null,
      unreleased: row.number > row.revision,
      company: row.company,
      department: row.department,
      missing: missingForRelease(this.kinds.get(row.kind), row.document, this.today()),
      may: entryPermissions(viewer, row),
    };
  }

  async revision(reads: ReadSession, entryId: string, number: number) {
    const row = await reads.row<RevisionRow>(revisionOf, [entryId, number]);
    return row ? this.shape(row) : null;
  }

  async revisions(reads: ReadSession, entryId: string) {
    return (await reads.rows<RevisionRow>(revisionsOf, [entryId])).map((row) => this.shape(row));
  }

  private shape(row: RevisionRow) {
    const kind = this.kinds.get(row.kind);
    return {
      number: row.number,
      savedAt: row.savedAt,
      savedBy: row.savedBy,
      released: row.released,
      document: shapeDocument(kind, row),
    };
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}

/** The document with what its field resolvers need to turn ids into people, companies and a head count. */
function shapeDocument(kind: Kind, { document, companyId, departmentId }: RevisionRow) {
  return {
    ...document,
    coAuthorIds: document.coAuthors,
    visibilityOf: { choice: document.visibility, companyId, departmentId, authors: document.coAuthors.length + 1 },
    content: { __typename: kind.contentTypeName, ...emptyContent(kind), ...document.content },
  };
}

/** A field that was added to the kind later is empty in older revisions. */
function emptyContent(kind: Kind): Record<string, string> {
  return Object.fromEntries(kind.fields.map(({ name }) => [name, '']));
}
