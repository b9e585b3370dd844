// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '#entries/kind.js';
import { practiceFields } from './practice.input.js';
import { Practice } from './practice.entity.js';

export const practiceKind: Kind = {
  name: 'practice',
  typeName: 'Practice',
  contentTypeName: 'PracticeContent',
  entity: Practice,
  fields: practiceFields,
};
