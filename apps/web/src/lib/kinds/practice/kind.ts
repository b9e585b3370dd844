// SPDX-License-Identifier: EUPL-1.2
import { Repeat2 as Repeat } from 'lucide';
import type { Kind } from '#lib/kinds/kind.ts';
import { m } from '#lib/paraglide/messages.js';

export const kind: Kind = {
  kind: 'PRACTICE',
  slug: 'praxisbeispiel',
  icon: Repeat,
  label: () => m.practice_label(),
  plural: () => m.practice_plural(),
  purpose: () => m.practice_purpose(),
};
