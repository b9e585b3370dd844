// SPDX-License-Identifier: EUPL-1.2
import { Module } from '@nestjs/common';
import { EntriesModule } from '#entries/entries.module.js';
import { PostgresqlSearchEngine } from './postgresql-search-engine.js';
import { SearchEngine } from './search-engine.js';
import { SearchIndexingService } from './search-indexing.service.js';
import { SearchTextProviders } from './search-text.port.js';
import { SearchResolver } from './search.resolver.js';

/** `SEARCH_ENGINE`. */
const engines = { postgresql: PostgresqlSearchEngine } as const;

@Module({
  imports: [EntriesModule],
  providers: [
    SearchTextProviders,
    SearchResolver,
    SearchIndexingService,
    { provide: SearchEngine, useFactory: () => new (engineNamed(process.env['SEARCH_ENGINE']))() },
  ],
  exports: [SearchTextProviders, SearchIndexingService, SearchEngine],
})
export class SearchModule {}

/** @throws Error at start for an engine the hub does not have */
export function engineNamed(name = 'postgresql'): (typeof engines)[keyof typeof engines] {
  const engine = Object.entries(engines).find(([known]) => known === name)?.[1];
  if (!engine) throw new Error(`SEARCH_ENGINE must be one of: ${Object.keys(engines).join(', ')}.`);
  return engine;
}
