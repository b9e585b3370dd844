// SPDX-License-Identifier: EUPL-1.2
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { audienceArguments, readSight, responsibleMembership } from './entry-sight.js';

// The admins' audience stands at an entry if and only if nobody of its company answers for it.
const overdue = `select e.id from entry e join membership rm on ${responsibleMembership('e', 'rm')}
  where coalesce(rm.ended_at <= now(), false) <> (e.audiences && array['company:' || e.company_id || ':admin'])`;

/**
 * Gives what a leaver answered for to the company, and back when the person returns. What a leaver may no longer see needs nobody: an ended
 * membership is carried by no one from its minute on. Runs as the role of the worker.
 */
@Injectable()
export class Succession {
  constructor(@Inject(MikroORM) private readonly orm: MikroORM) {}

  /** After a membership ended or began again: any number of times, in any order. */
  membershipChanged(membershipId: string): Promise<number> {
    return this.settle(`${overdue} and rm.id = ?`, [membershipId]);
  }

  /** For ends that were set for a later minute. @returns how many entries changed hands */
  catchUp(): Promise<number> {
    return this.settle(overdue, []);
  }

  private async settle(sql: string, values: unknown[]): Promise<number> {
    const rows = await this.orm.em.fork().execute<{ id: string }[]>(sql, values);
    for (const { id } of rows) await this.orm.em.fork().transactional((em) => settleOne(em as EntityManager, id));
    return rows.length;
  }
}

async function settleOne(em: EntityManager, entryId: string): Promise<void> {
  // Held until the end, so that nobody changes it between reading and writing.
  const [row] = await em.execute<{ held: boolean }[]>('select access.hold(?) as held', [entryId]);
  if (!row?.held) return;
  await em.execute('select access.set_succession(?, ?::text[], ?::text[])', audienceArguments(entryId, await readSight(em, entryId)));
}
