// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '#platform/time/clock.js';
import { createLogger } from '#platform/logging/logger.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { TestDatabase } from './database.js';

/** Lets the worker do this once: its own modules under its own role, at another time if need be. */
export async function asWorker<Instance, Result>(
  database: TestDatabase,
  service: Type<Instance>,
  use: (instance: Instance) => Promise<Result>,
  now?: Date,
): Promise<Result> {
  const module = WorkerModule.forRoot({ databaseUrl: database.worker, log: createLogger('worker', 'silent') });
  // Made and not started: the queues stay as they are.
  const worker = await NestFactory.create(module, { logger: false, abortOnError: false });
  if (now) worker.get(Clock, { strict: false }).now = () => now;
  try {
    return await use(worker.get<Instance>(service, { strict: false }));
  } finally {
    await worker.close();
  }
}
