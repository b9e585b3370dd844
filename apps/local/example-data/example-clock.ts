// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Clock } from '#platform/time/clock.js';

const day = 86_400_000;

/** The time at which something in the example city happened: use cases take it for now. */
export class ExampleClock extends Clock {
  constructor(private readonly moment: Date) {
    super();
  }

  override now(): Date {
    return this.moment;
  }
}

/**
 * A moment on a working day so many days before `today`, between 8 and 16 o'clock UTC; which one follows from `seed`, so it is the same at
 * every start. Never later than `today`.
 */
export function momentBefore(today: Date, ageInDays: number, seed: string): Date {
  const moment = new Date(today.getTime() - ageInDays * day);
  const weekend = moment.getUTCDay() === 0 ? 2 : moment.getUTCDay() === 6 ? 1 : 0;
  const minute = 8 * 60 + (createHash('sha256').update(seed).digest().readUInt16BE(0) % (8 * 60));
  moment.setUTCDate(moment.getUTCDate() - weekend);
  moment.setUTCHours(0, minute, 0, 0);
  return moment < today ? moment : new Date(moment.getTime() - day);
}
