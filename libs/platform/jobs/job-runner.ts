// SPDX-License-Identifier: EUPL-1.2
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { JobHandlers } from './job-handlers.js';
import type { JobPayloads, QueueName } from './queues.js';
import { putAside, queues } from './queues.js';

export const WORKER_DATABASE_URL = Symbol('connection of the role hub_worker');
export const WORKER_LOG = Symbol('log of the worker');

// Notified at once when a job is enqueued; polled as well, for notifications that were missed.
const pollSeconds = 5;

// How often somebody looks for jobs whose worker is gone.
const superviseSeconds = 5;

/** Takes jobs from the queues and hands them to their handlers. Any number of workers may run; a killed one's jobs go to another. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(
    @Inject(WORKER_DATABASE_URL) url: string,
    @Inject(WORKER_LOG) private readonly log: Logger,
    private readonly handlers: JobHandlers,
  ) {
    this.boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      schedule: true,
      useListenNotify: true,
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
    });
    this.boss.on('error', (error) => this.log.error({ err: error }, 'queue error'));
    handlers.register('jobs.retry', () => this.retry());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const queue of queues) await this.work(queue);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 10_000 });
  }

  /** What failed too often is tried again every hour, and says so each time: a database that was away for long heals by itself, a fault is seen. */
  private async retry(): Promise<void> {
    for (const queue of queues) {
      const count = await this.boss.redrive(putAside(queue), { destination: queue });
      if (count > 0) this.log.error({ queue, count }, 'jobs had been put aside and are tried again');
    }
  }

  private async work(queue: QueueName): Promise<void> {
    const handle = this.handlers.get(queue);
    // A full batch means there is more: taken at once, so that a day of imports does not wait for the next poll.
    const options = {
      batchSize: 20,
      burstWhenBatchFull: true,
      perJobResults: true,
      notifyPollingIntervalSeconds: pollSeconds,
      pollingIntervalSeconds: pollSeconds,
    } as const;
    await this.boss.work(queue, options, async (jobs: Job<JobPayloads[QueueName]>[]) => {
      const results: JobResult[] = [];
      for (const { id, data } of jobs) results.push({ id, status: await this.attempt(queue, id, () => handle(data)) });
      return results;
    });
  }

  /** One that fails is tried again alone: it must not take along those that were fetched with it. */
  private async attempt(queue: QueueName, id: string, job: () => Promise<void>): Promise<JobResult['status']> {
    try {
      await job();
      return 'completed';
    } catch (error) {
      this.log.warn({ err: error, queue, job: id }, 'a job failed');
      return 'failed';
    }
  }
}
