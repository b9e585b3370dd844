// SPDX-License-Identifier: EUPL-1.2
import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { fromKysely } from 'pg-boss';
import type { Caller, Entered, Viewer } from '../access/viewer.js';
import { Jobs } from '../jobs/jobs.js';
import type { JobPayloads, QueueName } from '../jobs/queues.js';
import { Clock } from '../time/clock.js';
import { databaseError } from './database-error.js';
import { admitted } from './read-session.js';

/** What a use case works with: one transaction in which everything happens or nothing. */
export interface Write {
  em: EntityManager;
  viewer: Viewer;
  now: Date;
  /** Asks the worker for something, if and only if this transaction commits. */
  enqueue: <Queue extends QueueName>(queue: Queue, payload: JobPayloads[Queue]) => Promise<void>;
}

/** Opens the one transaction of a mutation at its edge. */
@Injectable()
export class Writes {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws LockedError, UnavailableError, NotFoundError when a policy refuses a row */
  async run<Result>(caller: Caller, use: (write: Write) => Promise<Result>): Promise<Result> {
    try {
      return await this.orm.em.fork().transactional(async (em) => use(await this.enter(em as EntityManager, caller)));
    } catch (error) {
      throw databaseError(error instanceof Error && error.cause instanceof Error ? error.cause : error);
    }
  }

  private async enter(em: EntityManager, caller: Caller): Promise<Write> {
    const values = [caller?.issuer ?? null, caller?.subject ?? null, caller?.actingFor ?? null];
    const [entered] = await em.execute<{ viewer: Entered }[]>('select access.enter(?, ?, ?) as viewer', values);
    return {
      em,
      viewer: admitted(entered?.viewer),
      now: this.clock.now(),
      enqueue: (queue, payload) => this.jobs.send(queue, payload, fromKysely(em.getKysely())),
    };
  }
}
