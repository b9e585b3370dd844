// SPDX-License-Identifier: EUPL-1.2
import { Injectable, Module } from '@nestjs/common';
import { JobHandlers } from '#platform/jobs/job-handlers.js';
import { Bin } from './bin.service.js';
import { EntriesModule } from './entries.module.js';
import { Succession } from './succession.service.js';

@Injectable()
export class EntriesJobs {
  constructor(handlers: JobHandlers, succession: Succession, bin: Bin) {
    handlers.register('membership.changed', async ({ membershipId }) => void (await succession.membershipChanged(membershipId)));
    handlers.register('memberships.due', async () => void (await succession.catchUp()));
    handlers.register('bin.empty', async () => void (await bin.empty()));
  }
}

/** What the worker does for entries. */
@Module({ imports: [EntriesModule], providers: [Bin, EntriesJobs] })
export class EntriesJobsModule {}
