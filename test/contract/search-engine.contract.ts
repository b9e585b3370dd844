// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe } from 'vitest';
import type { SearchEngine } from '#search/search-engine.js';
import { describeAccess } from './search-engine.access.js';
import { describeExamples } from './search-engine.examples.js';
import { describeGerman } from './search-engine.german.js';
import { useSearchEngine } from './search-engine.harness.js';
import { describeHostileInput } from './search-engine.hostile.js';
import { describeOrder } from './search-engine.order.js';
import { describeTyping } from './search-engine.typing.js';

/** What any engine must do, whatever it is built on. */
export function describeSearchEngine(name: string, makeEngine: () => SearchEngine): void {
  describe(`search engine ${name}`, () => {
    const hub = useSearchEngine(makeEngine);
    afterEach(() => hub.clear());
    describeAccess(hub);
    describeGerman(hub);
    describeOrder(hub);
    describeTyping(hub);
    describeHostileInput(hub);
    describeExamples(hub);
  });
}
