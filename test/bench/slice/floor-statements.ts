// SPDX-License-Identifier: EUPL-1.2
import { entryByIdSql, entryListSql } from '#entries/entries.sql.js';
import { practiceKind } from '#practices/practice.kind.js';

/** The product's own statements, so that floor and product ask PostgreSQL the same. */
export function statements(entryId: string): Record<string, { sql: string; values: unknown[] }> {
  return {
    list: { sql: entryListSql, values: ['published', null, null, null, null, null, null, 21] },
    entry: { sql: entryByIdSql([practiceKind]), values: [entryId] },
  };
}
