// SPDX-License-Identifier: EUPL-1.2
import type { EntryKind } from '#lib/gql/graphql.ts';
import type { Kind } from '#lib/kinds/kind.ts';

const found = Object.values(import.meta.glob<Kind>('./*/kind.ts', { eager: true, import: 'kind' }));

export function kindOf(kind: EntryKind): Kind {
  const known = found.find((each) => each.kind === kind);
  if (!known) throw new Error(`No folder in lib/kinds for ${kind}`);
  return known;
}

export function kindBySlug(slug: string): Kind | undefined {
  return found.find((each) => each.slug === slug);
}
