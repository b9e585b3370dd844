// SPDX-License-Identifier: EUPL-1.2
import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { JobHandlers } from './job-handlers.js';
import { JobRunner, WORKER_DATABASE_URL, WORKER_LOG } from './job-runner.js';

/** The receiving side of the queues; in the worker only. Global, so that each feature's jobs find where to register. */
@Module({})
export class JobsModule {
  static forRoot({ databaseUrl, log }: { databaseUrl: string; log: Logger }): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      providers: [JobHandlers, JobRunner, { provide: WORKER_DATABASE_URL, useValue: databaseUrl }, { provide: WORKER_LOG, useValue: log }],
      exports: [JobHandlers],
    };
  }
}
