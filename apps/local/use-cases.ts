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

  /** @param url connection of the role to act as: `hub_writer`, or `hub_worker` for what the worker does */
  static async with<Result>(url: string, use: (useCases: UseCases) => Promise<Result>): Promise<Result> {
    const imports = [PlatformModule.forRoot({ writerUrl: url, entities }), ...featureModules];
    const context = await NestFactory.createApplicationContext({ module: UseCasesModule, imports }, { logger: ['error', 'fatal'] });
    try {
      return await use(new UseCases(context));
    } finally {
      await context.close();
    }
  }

  get<Service>(type: new (...parameters: never[]) => Service): Service {
    return this.context.get<Service>(type);
  }

  /** Transactions that take the clock's time for now. */
  writesAt(clock: Clock): Writes {
    return new Writes(this.context.get(MikroORM), this.context.get(Jobs), clock);
  }
}
