// SPDX-License-Identifier: EUPL-1.2
import type { SearchTextProvider } from '#search/search-text.port.js';
import { practiceFields } from './practice.input.js';

/** What is found of a practice, beside title, key statement and body: the answers to its questions, in their order. */
export const practiceSearch: SearchTextProvider = {
  kind: 'practice',
  bodyOf: (content) => practiceFields.map(({ name }) => content[name] ?? '').join('\n\n'),
};
