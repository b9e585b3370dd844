// SPDX-License-Identifier: EUPL-1.2
import { Injectable, Module } from '@nestjs/common';
import { JobHandlers } from '#platform/jobs/job-handlers.js';
import { SearchIndexingService } from './search-indexing.service.js';
import { SearchModule } from './search.module.js';

@Injectable()
export class SearchJobs {
  constructor(handlers: JobHandlers, indexing: SearchIndexingService) {
    handlers.register('search.index', ({ entryId }) => indexing.index(entryId));
  }
}

/** What the worker does for search. */
@Module({ imports: [SearchModule], providers: [SearchJobs] })
export class SearchJobsModule {}
