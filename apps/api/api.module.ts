// SPDX-License-Identifier: EUPL-1.2
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { SearchEngineName } from '#platform/config/config.js';
import { graphqlModule } from '#platform/graphql/graphql.module.js';
import { HealthController, READINESS } from '#platform/health/health.controller.js';
import { PlatformModule } from '#platform/platform.module.js';
import { VERSION, VersionResolver } from '#platform/version/version.resolver.js';
import { entities, featureModules } from '#features.js';

export interface ApiOptions {
  root: string;
  version: string;
  writerUrl: string;
  searchEngine: SearchEngineName;
  reader: Pool;
  log: Logger;
  production: boolean;
}

const READER = Symbol('connections of the role that reads');

/** The API: GraphQL over HTTP for all features, and its health. */
@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(@Inject(READER) private readonly reader: Pool) {}

  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ writerUrl: options.writerUrl, entities, searchEngine: options.searchEngine }),
        graphqlModule(options),
        ...featureModules,
      ],
      controllers: [HealthController],
      providers: [
        VersionResolver,
        { provide: READER, useValue: options.reader },
        { provide: VERSION, useValue: options.version },
        { provide: READINESS, useValue: { database: async () => void (await options.reader.query('select 1')) } },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reader.end();
  }
}
