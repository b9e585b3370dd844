// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { KindForm } from '#lib/kinds/form.ts';

const found = Object.values(import.meta.glob<KindForm>('./*/form.ts', { eager: true, import: 'form' }));

/** @throws Error for a kind without a form, which the schema knows and this app does not */
export function formOf(kind: EntryKind): KindForm {
  const form = found.find((each) => each.kind === kind);
  if (!form) throw new Error(`No form.ts for ${kind}`);
  return form;
}

/** What came with a form that says of which kind it is. */
export function isKind(value: unknown): value is EntryKind {
  return found.some(({ kind }) => kind === value);
}
