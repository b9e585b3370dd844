// SPDX-License-Identifier: EUPL-1.2
import { m } from '#lib/paraglide/messages.js';

interface HappenedEvent {
  action: string;
  company?: { shortName: string } | null | undefined;
}

const words: Record<string, (company: string) => string> = {
  created: () => m.history_created(),
  saved: () => m.history_saved(),
  released: () => m.history_released(),
  narrowed: () => m.history_narrowed(),
  archived: () => m.history_archived(),
  withdrawn: () => m.history_withdrawn(),
  restored: () => m.history_restored(),
  discarded: () => m.history_discarded(),
  'handed-over': () => m.history_handed_over(),
  reused: (company) => m.history_reused({ company }),
  'reuse-ended': (company) => m.history_reuse_ended({ company }),
};

/** One line of the history; an action this page does not know yet is left out. */
export function historyLine({ action, company }: HappenedEvent): string | undefined {
  return words[action]?.(company?.shortName ?? '');
}
