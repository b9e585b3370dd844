// SPDX-License-Identifier: EUPL-1.2
import type { SearchTextProvider } from '#search/search-text.port.js';
import { lessonFields } from './lesson.input.js';

/** What is found of a lesson, beside title, key statement and body. */
export const lessonSearch: SearchTextProvider = {
  kind: 'lesson',
  bodyOf: (content) => lessonFields.map(({ name }) => content[name] ?? '').join('\n\n'),
};
