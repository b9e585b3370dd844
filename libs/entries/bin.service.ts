// SPDX-License-Identifier: EUPL-1.2
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { daysBefore } from '#platform/time/day.js';
import { binDays } from './bin.js';

/** Deletes for good what was discarded long enough ago. Runs as the role of the worker. */
@Injectable()
export class Bin {
  constructor(
    @Inject(MikroORM) private readonly orm: MikroORM,
    private readonly clock: Clock,
  ) {}

  /** @returns how many entries are gone */
  async empty(): Promise<number> {
    const before = daysBefore(this.clock.now(), binDays);
    const [row] = await this.orm.em.fork().execute<{ gone: number }[]>('select access.empty_bin(?) as gone', [before]);
    return row?.gone ?? 0;
  }
}
