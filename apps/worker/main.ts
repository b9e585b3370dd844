// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { workerConfig } from '#platform/config/config.js';
import { createLogger } from '#platform/logging/logger.js';
import { WorkerModule } from './worker.module.js';

const config = workerConfig(process.env);
const log = createLogger('worker', config.LOG_LEVEL);
const app = await NestFactory.create(
  WorkerModule.forRoot({ databaseUrl: config.DATABASE_WORKER_URL, searchEngine: config.SEARCH_ENGINE, log }),
  {
    logger: ['error', 'fatal'],
  },
);
app.enableShutdownHooks();
await app.listen(config.WORKER_PORT, config.WORKER_HOST);
log.info({ port: config.WORKER_PORT }, 'working');
// Started by a parent (npm start): do not outlive it.
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
