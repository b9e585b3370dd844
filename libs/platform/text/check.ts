// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import type { FieldError, FieldErrorCode } from '../errors/field-error.js';

export type Checked<T> = { ok: true; value: T } | { ok: false; fields: FieldError[] };

const codes = new Set<string>(['required', 'too-long', 'too-many', 'unknown', 'invalid', 'in-the-past']);

/** Parses what came in; faults come back with the path of the field and a code, never with the value. */
export function check<S extends v.GenericSchema>(schema: S, input: unknown): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, fields: result.issues.map(fieldError) };
}

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const code = (codes.has(issue.message) ? issue.message : 'invalid') as FieldErrorCode;
  const limit = code === 'too-long' || code === 'too-many' ? Number(issue.requirement) : Number.NaN;
  return { path: (issue.path ?? []).map((item) => String(item.key)), code, ...(Number.isFinite(limit) && { limit }) };
}
