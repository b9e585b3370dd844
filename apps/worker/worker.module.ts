// SPDX-License-Identifier: EUPL-1.2
import { type DynamicModule, Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import { entities, featureModules, jobModules } from '#features.js';
import type { SearchEngineName } from '#platform/config/config.js';
import { HealthController, READINESS } from '#platform/health/health.controller.js';
import { JobsModule } from '#platform/jobs/jobs.module.js';
import { PlatformModule } from '#platform/platform.module.js';

export interface WorkerOptions {
  databaseUrl: string;
  searchEngine?: SearchEngineName | undefined;
  log: Logger;
}

/** The worker: the same features' jobs. Over HTTP it answers for its health and nothing else. */
@Module({})
export class WorkerModule {
  static forRoot({ databaseUrl, searchEngine, log }: WorkerOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot({ writerUrl: databaseUrl, entities, searchEngine }),
        JobsModule.forRoot({ databaseUrl, log }),
        ...featureModules,
        ...jobModules,
      ],
      controllers: [HealthController],
      providers: [{ provide: READINESS, useFactory: readiness, inject: [MikroORM] }],
    };
  }
}

function readiness(orm: MikroORM) {
  return { database: async () => void (await orm.em.fork().execute('select 1')) };
}
