// SPDX-License-Identifier: EUPL-1.2
import DataLoader from 'dataloader';
import type { ReadSession } from '../database/read-session.js';

const loaders = new WeakMap<ReadSession, Map<unknown, DataLoader<string, unknown>>>();

/**
 * Collects what the field resolvers of one operation ask for into one statement.
 * @param read answers the ids in their order
 */
export function batched<Value>(
  reads: ReadSession,
  read: (reads: ReadSession, ids: readonly string[]) => Promise<Value[]>,
  id: string,
): Promise<Value> {
  const mine = loaders.get(reads) ?? new Map<unknown, DataLoader<string, unknown>>();
  loaders.set(reads, mine);
  const loader = mine.get(read) ?? new DataLoader<string, unknown>((ids) => read(reads, ids), { maxBatchSize: 200 });
  mine.set(read, loader);
  return loader.load(id) as Promise<Value>;
}
