// SPDX-License-Identifier: EUPL-1.2
/** What can be asked of the worker. Payloads carry ids only; every job may run twice, late or out of order. */
export interface JobPayloads {
  'search.index': { entryId: string };
  /** A membership has ended or begun again. */
  'membership.changed': { membershipId: string };
  /** Memberships whose end was set for a minute that has come. */
  'memberships.due': object;
  'bin.empty': object;
  'people.forget': object;
  /** Names and, later, records of sign-ins. */
  'sign-ins.forget': object;
  /** Jobs that were put aside because they failed too often are tried again. */
  'jobs.retry': object;
}

export type QueueName = keyof JobPayloads;

/** What comes by the clock, in Europe/Berlin: minute, hour, day, month, day of the week. */
export const schedules: Partial<Record<QueueName, string>> = {
  'memberships.due': '*/5 * * * *',
  'jobs.retry': '15 * * * *',
  'bin.empty': '10 3 * * *',
  'people.forget': '20 3 * * *',
  'sign-ins.forget': '30 3 * * *',
};

export const queues = [
  'search.index',
  'membership.changed',
  'memberships.due',
  'bin.empty',
  'people.forget',
  'sign-ins.forget',
  'jobs.retry',
] as const satisfies readonly QueueName[];

/** Where jobs of a queue are put aside that failed too often. */
export const putAside = (queue: QueueName): string => `${queue}.failed`;
