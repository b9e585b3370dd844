// SPDX-License-Identifier: EUPL-1.2
import { m } from '#lib/paraglide/messages.js';

const words: Record<string, (revision: number | null | undefined, company: string) => string> = {
  created: () => m.history_created(),
  saved: (revision) => m.history_saved({ revision: revision ?? '' }),
  released: (revision) => m.history_released({ revision: revision ?? '' }),
  narrowed: () => m.history_narrowed(),
  archived: () => m.history_archived(),
  withdrawn: () => m.history_withdrawn(),
  restored: () => m.history_restored(),
  discarded: () => m.history_discarded(),
  'handed-over': () => m.history_handed_over(),
  reused: (_, company) => m.history_reused({ company }),
  'reuse-ended': (_, company) => m.history_reuse_ended({ company }),
};

/** One line of the history; an action this page does not know yet is left out. */
export function historyLine(event: {
  action: string;
  revision?: number | null | undefined;
  company?: { shortName: string } | null | undefined;
}): string | undefined {
  return words[event.action]?.(event.revision, event.company?.shortName ?? '');
}
