// SPDX-License-Identifier: EUPL-1.2

/** How long a discarded draft can be brought back: long enough for holidays, short enough to have meant it. */
export const binDays = 30;

/** When the bin deletes for good what was put there then. */
export function deletedAt(trashedAt: Date): Date {
  return new Date(trashedAt.getTime() + binDays * 86_400_000);
}
