// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '#entries/kind.js';
import { lessonFields } from './lesson.input.js';
import { Lesson } from './lesson.entity.js';

export const lessonKind: Kind = {
  name: 'lesson',
  typeName: 'Lesson',
  contentTypeName: 'LessonContent',
  entity: Lesson,
  fields: lessonFields,
};
