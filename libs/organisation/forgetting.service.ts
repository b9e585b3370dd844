// SPDX-License-Identifier: EUPL-1.2
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { daysBefore } from '#platform/time/day.js';

/** How long a leaver's address, profile and visits are kept: somebody between two contracts finds everything as it was. */
export const contactDays = 30;

/** How long an account is kept that nobody uses and to which nothing here refers. */
export const accountDays = 365;

/** Deletes what docs/data-protection.md promises to delete of people. Runs as the role of the worker. */
@Injectable()
export class Forgetting {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const em = this.orm.em.fork();
    await em.execute('select access.forget_leavers(?)', [daysBefore(now, contactDays)]);
    await em.execute('select access.forget_accounts(?)', [daysBefore(now, accountDays)]);
  }
}
