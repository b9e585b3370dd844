// SPDX-License-Identifier: EUPL-1.2
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Caller } from '#platform/access/viewer.js';
import { Writes } from '#platform/database/writes.js';
import { invalidInput } from '#platform/errors/field-error.js';
import { CallerOf } from '#platform/graphql/context.js';
import { check } from '#platform/text/check.js';
import { barrierReportInput } from './barrier-report.input.js';

@Resolver()
export class AccessibilityResolver {
  constructor(private readonly writes: Writes) {}

  /** Sent twice it is one report. */
  @Mutation()
  async reportBarrier(@Args('input') input: unknown, @CallerOf() caller: Caller) {
    const checked = check(barrierReportInput, input);
    if (!checked.ok) return invalidInput(checked.fields);
    const { id, page, message, replyTo } = checked.value;
    await this.writes.run(caller, async ({ em, now }) => {
      // Not through the entity: its insert would ask for the row back, which only the office may see.
      await em.execute(
        'insert into barrier_report (id, page, message, reply_to, created_at) values (?, ?, ?, ?, ?) on conflict do nothing',
        [id, page, message, replyTo, now],
      );
    });
    return { __typename: 'BarrierReported', id };
  }
}
