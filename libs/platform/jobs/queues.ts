// SPDX-License-Identifier: EUPL-1.2
/** What can be asked of the worker. Payloads carry ids only; every job may run twice, late or out of order. */
export interface JobPayloads {
  'search.index': { entryId: string };
  /** A membership has ended or begun again. */
  'membership.changed': { membershipId: string };
}

export type QueueName = keyof JobPayloads;

export const queues = ['search.index', 'membership.changed'] as const satisfies readonly QueueName[];
