// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { entities, featureModules } from '#features.js';
import { Writes } from '#platform/database/writes.js';
import { Jobs } from '#platform/jobs/jobs.js';
import { PlatformModule } from '#platform/platform.module.js';
import { Clock } from '#platform/time/clock.js';

@Module({})
class UseCasesModule {}

/** The hub's use cases without its API: what a form does, from a program, with the same rules and the same rights. */
export class UseCases {
  private constructor(private readonly context: INestApplicationContext) {}

  static async open(writerUrl: string): Promise<UseCases> {
    const imports = [PlatformModule.forRoot({ writerUrl, entities }), ...featureModules];
    return new UseCases(await NestFactory.createApplicationContext({ module: UseCasesModule, imports }, { logger: ['error', 'fatal'] }));
  }

  get<Service>(type: new (...parameters: never[]) => Service): Service {
    return this.context.get<Service>(type);
  }

  /** Transactions that take the clock's time for now. */
  writesAt(clock: Clock): Writes {
    return new Writes(this.context.get(MikroORM), this.context.get(Jobs), clock);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
