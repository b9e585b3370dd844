// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { line } from '#platform/text/text.input.js';

/** Names are remembered by people: "SAP, Personalabteilung". */
export const offboardingTokenInput = v.object({ name: v.pipe(line(80), v.minLength(1, 'required')) });

/** Mail addresses or names of accounts, each once. */
export const offboardInput = v.object({
  people: v.pipe(
    v.array(v.pipe(line(320), v.minLength(1, 'required'))),
    v.minLength(1, 'required'),
    v.maxLength(1_000, 'too-many'),
    v.transform((people) => [...new Set(people)]),
  ),
});
