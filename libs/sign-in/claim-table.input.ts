// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { line } from '#platform/text/text.input.js';

const value = v.pipe(line(255), v.minLength(1, 'required'));

const rule = v.pipe(
  v.object({
    claim: v.picklist(['role', 'department']),
    value,
    role: v.optional(v.nullable(v.picklist(['author', 'editor', 'trainer', 'admin'], 'invalid')), null),
    department: v.optional(v.nullable(line(60)), null),
  }),
  v.check(({ role, department }) => role === null || department === null, 'invalid'),
);

/** A company's claim table as its form sends it. Lines that say the same are one. */
export const claimTableInput = v.object({
  company: line(40),
  basedOn: line(100),
  rules: v.pipe(v.array(rule), v.maxLength(500, 'too-many')),
});

export type ClaimTableInput = v.InferOutput<typeof claimTableInput>;
