// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PgBoss, type SendOptions } from 'pg-boss';
import type { JobPayloads, QueueName } from './queues.js';

export const JOBS_DATABASE_URL = Symbol('connection of the process that enqueues jobs');

/** The sending side of the queues. Owns no tables and runs no jobs: the worker does (see `job-runner.ts`). */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(@Inject(JOBS_DATABASE_URL) url: string) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      max: 1,
      migrate: false,
      createSchema: false,
      supervise: false,
      schedule: false,
    });
    // Reported where a send fails; an idle connection that breaks is replaced.
    this.boss.on('error', () => undefined);
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  /** Inside the transaction that `db` belongs to. */
  async send<Queue extends QueueName>(queue: Queue, payload: JobPayloads[Queue], db: NonNullable<SendOptions['db']>): Promise<void> {
    await this.boss.send(queue, payload, { db });
  }
}
