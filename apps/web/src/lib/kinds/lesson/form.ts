// SPDX-License-Identifier: EUPL-1.2
import { lessonFields } from '@libs/lessons/lesson.input.ts';
import type { KindForm, Question } from '#lib/kinds/form.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<(typeof lessonFields)[number]['name'], Pick<Question, 'label' | 'hint'>> = {
  tried: { label: () => m.kind_lesson_tried(), hint: () => m.kind_lesson_tried_hint() },
  expected: { label: () => m.kind_lesson_expected(), hint: () => m.kind_lesson_expected_hint() },
  happened: { label: () => m.kind_lesson_happened(), hint: () => m.kind_lesson_happened_hint() },
  nextTime: { label: () => m.kind_lesson_next_time(), hint: () => m.kind_lesson_next_time_hint() },
};

export const form: KindForm = {
  kind: 'LESSON',
  heading: () => m.kind_lesson_heading(),
  titleQuestion: () => m.kind_lesson_title(),
  questions: lessonFields.map((field) => ({ ...field, ...words[field.name], more: !field.required })),
};
