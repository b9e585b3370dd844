// SPDX-License-Identifier: EUPL-1.2
import { Injectable, Module } from '@nestjs/common';
import { JobHandlers } from '#platform/jobs/job-handlers.js';
import { EntriesModule } from './entries.module.js';
import { Succession } from './succession.service.js';

@Injectable()
export class EntriesJobs {
  constructor(handlers: JobHandlers, succession: Succession) {
    handlers.register('membership.changed', async ({ membershipId }) => void (await succession.membershipChanged(membershipId)));
  }
}

/** What the worker does for entries. */
@Module({ imports: [EntriesModule], providers: [EntriesJobs] })
export class EntriesJobsModule {}
