// SPDX-License-Identifier: EUPL-1.2
import type { EntityName } from '@mikro-orm/core';

/** What only one kind has: texts by field name. */
export type Content = Record<string, string>;

/**
 * How a kind registers itself with the spine. Everything that crosses kinds works from this; nobody switches over kinds.
 * `name` is the value of `EntryKind` in lower case, the field of `KindContentInput` and the name of the kind's table.
 */
export interface Kind {
  name: string;
  /** GraphQL types: `Practice`, `PracticeContent`. */
  typeName: string;
  contentTypeName: string;
  /** The kind's own table: primary key of the entry and one column for each field. */
  entity: EntityName<{ id: string }>;
  /** The guiding questions in the order of the form. */
  fields: readonly KindField[];
}

export interface KindField {
  /** As in the API; the column is its snake_case. */
  name: string;
  /** Characters. */
  limit: number;
  /** Whether it must be answered before the entry is published. */
  required: boolean;
}
