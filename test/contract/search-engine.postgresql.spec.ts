// SPDX-License-Identifier: EUPL-1.2
import { PostgresqlSearchEngine } from '#search/postgresql-search-engine.js';
import { describeSearchEngine } from './search-engine.contract.js';

describeSearchEngine('postgresql', () => new PostgresqlSearchEngine());
