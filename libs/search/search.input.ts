// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { line } from '#platform/text/text.input.js';

/** Characters, hits of a page, chosen values of one facet. */
export const searchLimits = { text: 200, first: 50, values: 50 } as const;

const chosen = <Value extends v.GenericSchema>(value: Value) =>
  v.optional(v.nullable(v.pipe(v.array(value), v.maxLength(searchLimits.values, 'too-many'))), null);

const name = line(80);

export const searchText = line(searchLimits.text);

export const searchInput = v.object({
  text: searchText,
  kinds: chosen(name),
  companies: chosen(name),
  topics: chosen(name),
  years: chosen(v.pipe(v.number(), v.integer())),
  states: chosen(v.picklist(['draft', 'published', 'archived', 'trashed'])),
  sort: v.optional(v.nullable(v.picklist(['relevance', 'newest'])), 'relevance'),
  first: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(searchLimits.first))), 20),
  after: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(400))), null),
});
