// SPDX-License-Identifier: EUPL-1.2
import { NestFactory } from '@nestjs/core';
import { createLogger } from '#platform/logging/logger.js';
import { SearchIndexingService } from '#search/search-indexing.service.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import type { TestDatabase } from '../support/database.js';

/** Lets the worker index these entries as they are now, without waiting for its queue. */
export async function index(database: TestDatabase, entries: { id: string }[]): Promise<void> {
  const module = WorkerModule.forRoot({ databaseUrl: database.worker, log: createLogger('worker', 'silent') });
  const worker = await NestFactory.createApplicationContext(module, { logger: false });
  const indexing = worker.get(SearchIndexingService, { strict: false });
  for (const { id } of entries) await indexing.index(id);
  await worker.close();
}
