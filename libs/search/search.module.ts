// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import type { SearchEngineName } from '#platform/config/config.js';
import { SEARCH_ENGINE } from '#platform/platform.module.js';
import { EntriesModule } from '#entries/entries.module.js';
import { PostgresqlSearchEngine } from './postgresql-search-engine.js';
import { SearchEngine } from './search-engine.js';
import { SearchIndexingService } from './search-indexing.service.js';
import { SearchTextProviders } from './search-text.port.js';
import { SearchResolver } from './search.resolver.js';

const engines: Record<SearchEngineName, new () => SearchEngine> = { postgresql: PostgresqlSearchEngine };

@Module({
  imports: [EntriesModule],
  providers: [
    SearchTextProviders,
    SearchResolver,
    SearchIndexingService,
    { provide: SearchEngine, useFactory: (name: SearchEngineName) => new engines[name](), inject: [SEARCH_ENGINE] },
  ],
  exports: [SearchTextProviders, SearchIndexingService, SearchEngine],
})
export class SearchModule {}
