// SPDX-License-Identifier: EUPL-1.2
import { LifeBuoy } from 'lucide';
import type { Kind } from '#lib/kinds/kind.ts';
import { m } from '#lib/paraglide/messages.js';

export const kind: Kind = {
  kind: 'LESSON',
  slug: 'erfahrungsbericht',
  icon: LifeBuoy,
  label: () => m.lesson_label(),
  plural: () => m.lesson_plural(),
  purpose: () => m.lesson_purpose(),
};
