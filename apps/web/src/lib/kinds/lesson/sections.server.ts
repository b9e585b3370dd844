// SPDX-License-Identifier: EUPL-1.2
import type { Section } from '#lib/kinds/kind.ts';
import { section } from '#lib/markdown/section.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { EntryView } from '#lib/server/documents/entry.ts';

export function sections(entry: EntryView): Section[] {
  if (entry.__typename !== 'Lesson') return [];
  const { tried, expected, happened, nextTime } = entry.content;
  return [
    section('beschreibung', m.entry_description(), entry.body),
    section('versucht', m.lesson_tried(), tried),
    section('erwartet', m.lesson_expected(), expected),
    section('geschehen', m.lesson_happened(), happened),
    section('naechstes-mal', m.lesson_next_time(), nextTime),
  ];
}
