// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import type { JobPayloads, QueueName } from './queues.js';

/** Loads the present state and writes it. Runs twice, late or out of order with the same result; throws to be tried again. */
export type JobHandler<Queue extends QueueName> = (payload: JobPayloads[Queue]) => Promise<void>;

/** What the worker does, by queue. A feature's jobs register themselves when they are constructed. */
@Injectable()
export class JobHandlers {
  private readonly byQueue = new Map<QueueName, JobHandler<QueueName>>();

  register<Queue extends QueueName>(queue: Queue, handler: JobHandler<Queue>): void {
    if (this.byQueue.has(queue)) throw new Error(`Two handlers for the queue "${queue}".`);
    this.byQueue.set(queue, handler as JobHandler<QueueName>);
  }

  /** @throws Error for a queue nobody works, which would fill up unseen */
  get(queue: QueueName): JobHandler<QueueName> {
    const handler = this.byQueue.get(queue);
    if (!handler) throw new Error(`Nobody handles the queue "${queue}".`);
    return handler;
  }
}
