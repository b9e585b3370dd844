// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import { createDraft, practice } from '../support/entries.js';
import { query } from '../support/database.js';
import { Hold, until } from '../support/hold.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

it('an API that is stopped finishes what it has begun, reads and writes, and takes nothing new', async () => {
  const author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  const entryId = await createDraft(author, practice());
  const holds = [
    await Hold.take(hub.database.superuser, 'lock table topic'),
    await Hold.take(hub.database.superuser, 'select 1 from entry where id = $1 for update', [entryId]),
  ];
  const begun = [ask(author, 'topics'), ask(author, 'publish', { entryId, revision: 1 })];
  await holds[0]?.waitedForBy(2);

  let stopped = false;
  const stop = hub.app.close().then(() => {
    stopped = true;
  });
  await until(() => expect(fetch(hub.url, { method: 'POST' })).rejects.toThrow());
  expect(stopped).toBe(false);

  for (const hold of holds) await hold.release();
  expect(await Promise.all(begun)).toMatchObject([[{}, {}, {}], { __typename: 'Published', entry: { state: 'PUBLISHED' } }]);
  await stop;
  const [row] = await query<{ count: number }>(
    hub.database.superuser,
    `select count(*)::int from pg_stat_activity where datname = current_database() and usename in ('hub_reader', 'hub_writer')`,
  );
  expect(row?.count).toBe(0);
});
