// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable, Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { JobHandlers } from '#platform/jobs/job-handlers.js';
import { Clock } from '#platform/time/clock.js';

@Injectable()
export class SignInJobs {
  constructor(handlers: JobHandlers, @Inject(MikroORM) orm: MikroORM, clock: Clock) {
    handlers.register('sign-ins.forget', async () => void (await orm.em.fork().execute('select access.forget_sign_ins(?)', [clock.now()])));
  }
}

/** What the worker does for the journal of sign-ins. */
@Module({ providers: [SignInJobs] })
export class SignInJobsModule {}
