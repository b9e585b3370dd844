// SPDX-License-Identifier: EUPL-1.2
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type { SearchEngineName } from './config/config.js';
import { JOBS_DATABASE_URL, Jobs } from './jobs/jobs.js';
import { ormOptions } from './database/orm.js';
import { Writes } from './database/writes.js';
import { Clock } from './time/clock.js';

export interface PlatformOptions {
  /** Connection of the role that writes in this process. */
  writerUrl: string;
  entities: EntitySchema[];
  searchEngine?: SearchEngineName | undefined;
}

export const SEARCH_ENGINE = Symbol('name of the search engine');

/** What every process that changes something has: transactions, jobs, a clock. Global, because every feature stands on it. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(MikroORM) private readonly orm: MikroORM) {}

  static forRoot({ writerUrl, entities, searchEngine = 'postgresql' }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: MikroORM, useFactory: () => MikroORM.init(ormOptions(writerUrl, entities)) },
        { provide: JOBS_DATABASE_URL, useValue: writerUrl },
        { provide: SEARCH_ENGINE, useValue: searchEngine },
        Clock,
        Jobs,
        Writes,
      ],
      exports: [MikroORM, SEARCH_ENGINE, Clock, Jobs, Writes],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
