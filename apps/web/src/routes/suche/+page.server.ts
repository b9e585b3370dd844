// SPDX-License-Identifier: EUPL-1.2
import { loadResults } from '#lib/search/results.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadResults(event);
