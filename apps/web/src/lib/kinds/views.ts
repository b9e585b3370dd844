// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import { kindOf } from '#lib/kinds/index.ts';
import type { KindView } from '#lib/kinds/kind.ts';

const views = import.meta.glob<KindView>('./*/View.svelte', { eager: true, import: 'default' });

/** The folder of a kind is named like the kind in lower case: `PRACTICE` is drawn by `practice/View.svelte`. */
export function viewOf(kind: EntryKind): KindView {
  const view = views[`./${folderOf(kind)}/View.svelte`];
  if (!view) throw new Error(`No View.svelte for ${kindOf(kind).slug}`);
  return view;
}

function folderOf(kind: EntryKind): string {
  return kind.toLowerCase().replaceAll('_', '-');
}
