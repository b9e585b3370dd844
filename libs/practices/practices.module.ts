// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesModule } from '#entries/entries.module.js';
import { Kinds } from '#entries/kinds.js';
import { SearchTextProviders } from '#search/search-text.port.js';
import { SearchModule } from '#search/search.module.js';
import { practiceKind } from './practice.kind.js';
import { practiceSearch } from './practice.search.js';

@Module({ imports: [EntriesModule, SearchModule] })
export class PracticesModule {
  constructor(kinds: Kinds, searchTexts: SearchTextProviders) {
    kinds.register(practiceKind);
    searchTexts.register(practiceSearch);
  }
}
