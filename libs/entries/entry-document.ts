// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import type { FieldError } from '#platform/errors/field-error.js';
import { type Checked, check } from '#platform/text/check.js';
import { lines } from '#platform/text/text.input.js';
import { documentInput, limits, type RevisionDocument } from './entry.input.js';
import type { Kind } from './kind.js';

/** Checks a document of this kind for saving: shapes and upper limits, nothing is required yet. */
export function checkDocument(kind: Kind, input: { content: Record<string, unknown> }): Checked<RevisionDocument> {
  const fields = Object.fromEntries(kind.fields.map(({ name, limit }) => [name, lines(limit)]));
  const schema = v.object({ ...documentInput.entries, content: v.object({ [kind.name]: v.object(fields) }) });
  const checked = check(schema, input);
  if (!checked.ok) return checked;
  const { content, ...spine } = checked.value;
  return { ok: true, value: { ...spine, content: content[kind.name] as Record<string, string> } };
}

/**
 * What is still missing or too long for readers, in the order of the form. `today` is a day in Europe/Berlin.
 * The kind's questions guide whoever begins with an empty page; a text that was written elsewhere and imported answers them in its body.
 */
export function missingForRelease(kind: Kind, document: RevisionDocument, today: string): FieldError[] {
  return [
    ...textFault(['title'], document.title, limits.title),
    ...textFault(['keyStatement'], document.keyStatement, limits.keyStatement),
    ...kind.fields.flatMap((field) =>
      field.required && !document.body.trim() && !document.content[field.name]?.trim()
        ? [{ path: ['content', kind.name, field.name], code: 'required' as const }]
        : [],
    ),
    ...(document.validUntil && document.validUntil < today ? [{ path: ['validUntil'], code: 'in-the-past' as const }] : []),
    ...(document.visibility.choice === 'companies' && document.visibility.companies.length === 0
      ? [{ path: ['visibility', 'companies'], code: 'required' as const }]
      : []),
  ];
}

function textFault(path: string[], text: string, limit: number): FieldError[] {
  if (!text) return [{ path, code: 'required' }];
  return text.length > limit ? [{ path, code: 'too-long', limit }] : [];
}

/** How many of the kind's questions are answered. */
export function answeredQuestions(kind: Kind, document: RevisionDocument): number {
  return kind.fields.filter(({ name }) => document.content[name]?.trim()).length;
}

/** Names of the fields in which two documents differ, for the event. */
export function changedFields(before: RevisionDocument | undefined, after: RevisionDocument): string[] {
  if (!before) return [];
  const spine = (Object.keys(after) as (keyof RevisionDocument)[]).filter(
    (name) => name !== 'content' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const content = Object.keys(after.content).filter((name) => before.content[name] !== after.content[name]);
  return [...spine, ...content];
}
