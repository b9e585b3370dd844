// SPDX-License-Identifier: EUPL-1.2
import { formOf } from '#lib/kinds/forms.ts';
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { WrittenRevision } from './revision.server.ts';
import { valuesOfDocument } from './document.server.ts';
import type { Stretch } from './merge.ts';
import { fieldsOf, type Names } from './merge.server.ts';
import { labelOf } from './problems.ts';
import { changes } from './three-way.ts';

/** One field of a revision; `stretches` mark what changed since the other one. */
export interface ComparedField {
  field: string;
  label: string;
  changed: boolean;
  stretches: Stretch[];
}

/** A revision field by field, beside an earlier one or alone. Fields that are empty in both are left out. */
export function compare(
  kind: EntryKind,
  revision: WrittenRevision,
  before: WrittenRevision | null,
  owner: string,
  names: Names,
): ComparedField[] {
  const form = formOf(kind);
  const now = valuesOfDocument(revision.document, owner);
  const then = before ? valuesOfDocument(before.document, owner) : now;
  return fieldsOf(form, names)
    .map(({ field, of }) => ({ field, label: labelOf(form, field), changed: of(then) !== of(now), stretches: changes(of(then), of(now)) }))
    .filter(({ stretches }) => stretches.length > 0);
}
