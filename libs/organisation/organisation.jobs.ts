// SPDX-License-Identifier: EUPL-1.2
import { Injectable, Module } from '@nestjs/common';
import { JobHandlers } from '#platform/jobs/job-handlers.js';
import { Forgetting } from './forgetting.service.js';

@Injectable()
export class OrganisationJobs {
  constructor(handlers: JobHandlers, forgetting: Forgetting) {
    handlers.register('people.forget', () => forgetting.run());
  }
}

/** What the worker does for people. */
@Module({ providers: [Forgetting, OrganisationJobs] })
export class OrganisationJobsModule {}
