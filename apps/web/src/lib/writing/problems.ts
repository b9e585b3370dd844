// SPDX-License-Identifier: EUPL-1.2
import type { KindForm } from '#lib/kinds/form.ts';
import { number } from '#lib/format/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a person can put right, at the field it belongs to. */
export interface Problem {
  /** Name of the field in the form: `title`, `content.problem`, `companies`. */
  field: string;
  code: string;
  limit: number | null;
}

interface FieldError {
  path: readonly string[];
  code: string;
  limit?: number | null | undefined;
}

/** The API's paths are those of its document, the form's names are shorter. */
export function problemsOf(errors: readonly FieldError[]): Problem[] {
  return errors.map(({ path, code, limit }) => ({ field: fieldOf(path), code, limit: limit ?? null }));
}

function fieldOf(path: readonly string[]): string {
  const [first = 'title', second, third] = path[0] === 'document' ? path.slice(1) : path;
  if (first === 'content') return `content.${third ?? second ?? ''}`;
  if (first === 'visibility') return second === 'companies' ? 'companies' : 'choice';
  return first;
}

/** Where a link to the field leads; `Field.svelte` makes the same ids. */
export function anchorOf(field: string): string {
  return `field-${field.replaceAll('.', '-')}`;
}

/** What the form calls a field. */
export function labelOf(form: KindForm, field: string): string {
  const question = form.questions.find(({ name }) => field === `content.${name}`);
  if (question) return question.label();
  return labels[field]?.() ?? (field === 'title' ? form.titleQuestion() : field);
}

const labels: Record<string, () => string> = {
  keyStatement: () => m.write_key_statement(),
  body: () => m.write_body(),
  topics: () => m.topics(),
  coAuthors: () => m.write_co_authors(),
  validUntil: () => m.valid_until_label(),
  language: () => m.write_language(),
  choice: () => m.write_who_shall_see(),
  companies: () => m.write_chosen_companies(),
};

/** One sentence: what is wrong and what to do. */
export function sentenceOf({ field, code, limit }: Problem): string {
  const amount = limit === null ? '' : number(limit);
  switch (code) {
    case 'required':
      return field === 'companies' ? m.write_problem_required_companies() : m.write_problem_required();
    case 'too-long':
      return m.write_problem_too_long({ limit: amount });
    case 'too-many':
      return m.write_problem_too_many({ limit: amount });
    case 'in-the-past':
      return m.write_problem_in_the_past();
    case 'unknown':
      return m.write_problem_unknown();
    default:
      return field === 'validUntil' ? m.write_problem_invalid_day() : m.write_problem_invalid();
  }
}
