// SPDX-License-Identifier: EUPL-1.2
/** The guiding questions of a practice. Problem, approach and result are what another company needs to judge it; the rest can follow. */
export const practiceFields = [
  { name: 'problem', limit: 20_000, required: true },
  { name: 'approach', limit: 50_000, required: true },
  { name: 'result', limit: 20_000, required: true },
  { name: 'effort', limit: 10_000, required: false },
  { name: 'reuse', limit: 20_000, required: false },
  { name: 'contact', limit: 2_000, required: false },
] as const;
