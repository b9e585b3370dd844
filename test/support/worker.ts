// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger } from '#platform/logging/logger.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { TestDatabase } from './database.js';

/** Lets the worker do this once: its own modules under its own role. */
export async function asWorker<Instance, Result>(
  database: TestDatabase,
  service: Type<Instance>,
  use: (instance: Instance) => Promise<Result>,
): Promise<Result> {
  const module = WorkerModule.forRoot({ databaseUrl: database.worker, log: createLogger('worker', 'silent') });
  const worker = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await use(worker.get<Instance>(service, { strict: false }));
  } finally {
    await worker.close();
  }
}
