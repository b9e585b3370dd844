// SPDX-License-Identifier: EUPL-1.2
import type { Section } from '#lib/kinds/kind.ts';
import type { EntryView } from '#lib/server/documents/entry.ts';

type Sections = (entry: EntryView) => Section[];

const found = import.meta.glob<Sections>('./*/sections.server.ts', { eager: true, import: 'sections' });

/** The text of an entry in reading order, rendered; parts nobody filled in are left out. */
export function sectionsOf(entry: EntryView): Section[] {
  const folder = entry.kind.toLowerCase().replaceAll('_', '-');
  const sections = found[`./${folder}/sections.server.ts`];
  if (!sections) throw new Error(`No sections.server.ts for ${entry.kind}`);
  return sections(entry).filter(({ html }) => html);
}
