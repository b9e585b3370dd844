// SPDX-License-Identifier: EUPL-1.2
import { number } from '#lib/format/numbers.ts';
import { m } from '#lib/paraglide/messages.js';

/** "2.318 Ergebnisse" */
export function resultsCount(count: number): string {
  return m.results_count({ count: number(count), plural: count });
}

/** "2.318 Beiträge" */
export function entriesCount(count: number): string {
  return m.entries_count({ count: number(count), plural: count });
}

/** "14 Organisationen", in the case that follows "aus". */
export function companiesCount(count: number): string {
  return m.companies_count({ count: number(count), plural: count });
}
