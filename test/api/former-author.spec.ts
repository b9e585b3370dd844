// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

it('who has gone to another company can no longer change what the old one shares', async () => {
  const entryId = await publish(await hub.signIn(employee('wanda', 'stadtwerke', ['author'])), practice());
  const gone = await hub.signIn(employee('wanda', 'wohnbau', ['author']));
  const withdraw = 'mutation ($entryId: ID!) { withdraw(entryId: $entryId) { __typename } }';
  expect((await gone.send(withdraw, { entryId })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(
    await gone.request('query ($entryId: ID!) { draft(entryId: $entryId) { entryId } entry(id: $entryId) { may { edit } } }', { entryId }),
  ).toEqual({
    draft: null,
    entry: { may: { edit: false } },
  });
});
