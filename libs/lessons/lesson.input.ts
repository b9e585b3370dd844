// SPDX-License-Identifier: EUPL-1.2
/** The guiding questions of a lesson: the four of an after-action review. None can be left out without losing the point. */
export const lessonFields = [
  { name: 'tried', limit: 20_000, required: true },
  { name: 'expected', limit: 20_000, required: true },
  { name: 'happened', limit: 50_000, required: true },
  { name: 'nextTime', limit: 20_000, required: true },
] as const;
