// SPDX-License-Identifier: EUPL-1.2
import { Succession } from '#entries/succession.service.js';
import { SearchIndexingService } from '#search/search-indexing.service.js';
import type { TestDatabase } from '../support/database.js';
import { asWorker } from '../support/worker.js';

/** Lets the worker index these entries as they are now, without waiting for its queue. */
export function index(database: TestDatabase, entries: { id: string }[]): Promise<void> {
  return asWorker(database, SearchIndexingService, async (indexing) => {
    for (const { id } of entries) await indexing.index(id);
  });
}

/** Lets the worker give what leavers answered for to their companies. */
export function succeed(database: TestDatabase): Promise<number> {
  return asWorker(database, Succession, (succession) => succession.catchUp());
}
