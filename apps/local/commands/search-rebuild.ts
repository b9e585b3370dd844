// SPDX-License-Identifier: EUPL-1.2
import { SearchIndexingService } from '#search/search-indexing.service.js';
import { print } from '../start/steps.js';
import { UseCases } from '../use-cases.js';

/** `npm run search:rebuild`: indexes every entry anew, while people go on working; after a change of stop words or of what a word is. */
export async function run(): Promise<number> {
  const { DATABASE_WORKER_URL: url } = process.env;
  if (!url) throw new Error('DATABASE_WORKER_URL is missing: the address of the database for the role hub_worker.');
  const count = await UseCases.with(url, (useCases) => useCases.get(SearchIndexingService).rebuild());
  print(`${count} entries indexed.`);
  return 0;
}
