// SPDX-License-Identifier: EUPL-1.2
import type { Section } from '#lib/kinds/kind.ts';
import { section } from '#lib/markdown/section.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EntryView } from '#lib/server/documents/entry.ts';

export function sections(entry: EntryView): Section[] {
  if (entry.__typename !== 'Practice') return [];
  const { problem, approach, result, effort, reuse, contact } = entry.content;
  return [
    section('beschreibung', m.entry_description(), entry.body),
    section('ausgangslage', m.practice_problem(), problem),
    section('vorgehen', m.practice_approach(), approach),
    section('ergebnis', m.practice_result(), result),
    section('aufwand', m.practice_effort(), effort),
    section('uebernehmen', m.practice_reuse(), reuse),
    section('kontakt', m.practice_contact(), contact),
  ];
}
