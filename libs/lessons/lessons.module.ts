// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesModule } from '#entries/entries.module.js';
import { Kinds } from '#entries/kinds.js';
import { SearchTextProviders } from '#search/search-text.port.js';
import { SearchModule } from '#search/search.module.js';
import { lessonKind } from './lesson.kind.js';
import { lessonSearch } from './lesson.search.js';

@Module({ imports: [EntriesModule, SearchModule] })
export class LessonsModule {
  constructor(kinds: Kinds, searchTexts: SearchTextProviders) {
    kinds.register(lessonKind);
    searchTexts.register(lessonSearch);
  }
}
