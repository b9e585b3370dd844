// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { day, id, line, lines } from '#platform/text/text.input.js';

/**
 * Characters. The key statement is for the hurried reader: at most 280, from the council paper's "short version for everybody". A body
 * holds the longest chapter of a city's strategy that we have seen, twice.
 */
export const limits = { title: 160, keyStatement: 280, body: 100_000, topics: 8, coAuthors: 20 } as const;

// While writing, more is kept than may be published: a title that is too long is a fault to mend, not a text to lose.
const draftLimits = { title: 1_000, keyStatement: 2_000 } as const;

/** A choice of who may see it; companies only where they are meant, each once. */
export const visibilityInput = v.pipe(
  v.object({
    choice: v.picklist(['private', 'department', 'company', 'companies', 'group', 'public']),
    companies: v.optional(v.nullable(v.pipe(v.array(id), v.maxLength(100, 'too-many'))), []),
  }),
  v.transform(({ choice, companies }) => ({ choice, companies: choice === 'companies' ? [...new Set(companies ?? [])].sort() : [] })),
);

/** One saved state as the form sends it, before the kind has looked at its part. Everything may still be empty. */
export const documentInput = v.object({
  title: line(draftLimits.title),
  keyStatement: line(draftLimits.keyStatement),
  body: lines(limits.body),
  language: v.picklist(['de', 'en'], 'invalid'),
  topics: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(40, 'unknown'))),
    v.transform((topics) => [...new Set(topics)]),
    v.maxLength(limits.topics, 'too-many'),
  ),
  coAuthors: v.pipe(v.array(id), v.maxLength(limits.coAuthors, 'too-many')),
  validUntil: v.optional(v.nullable(day), null),
  visibility: visibilityInput,
});

export type VisibilityChoiceInput = v.InferOutput<typeof documentInput>['visibility'];

/** What a revision holds: the spine and the kind's own part, checked. */
export type RevisionDocument = v.InferOutput<typeof documentInput> & { content: Record<string, string> };
