// SPDX-License-Identifier: EUPL-1.2
import { practiceFields } from '@libs/practices/practice.input.ts';
import type { KindForm, Question } from '#lib/kinds/form.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<(typeof practiceFields)[number]['name'], Pick<Question, 'label' | 'hint'>> = {
  problem: { label: () => m.kind_practice_problem(), hint: () => m.kind_practice_problem_hint() },
  approach: { label: () => m.kind_practice_approach(), hint: () => m.kind_practice_approach_hint() },
  result: { label: () => m.kind_practice_result(), hint: () => m.kind_practice_result_hint() },
  effort: { label: () => m.kind_practice_effort(), hint: () => m.kind_practice_effort_hint() },
  reuse: { label: () => m.kind_practice_reuse(), hint: () => m.kind_practice_reuse_hint() },
  contact: { label: () => m.kind_practice_contact(), hint: () => m.kind_practice_contact_hint() },
};

export const form: KindForm = {
  kind: 'PRACTICE',
  heading: () => m.kind_practice_heading(),
  titleQuestion: () => m.kind_practice_title(),
  questions: practiceFields.map((field) => ({ ...field, ...words[field.name], more: !field.required })),
};
