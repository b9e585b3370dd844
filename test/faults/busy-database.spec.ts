// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readerPool } from '#platform/database/pool.js';
import { ask } from '../support/ask.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { Hold, until } from '../support/hold.js';
import { employee, useHub } from '../support/hub.js';

const connections = 3;
const hub = useHub({ DATABASE_READER_CONNECTIONS: String(connections) });

const openTransactions = async (url: string): Promise<number> => {
  const [row] = await query<{ count: number }>(
    url,
    `select count(*)::int from pg_stat_activity where datname = current_database() and usename = 'hub_reader' and state like 'idle in transaction%'`,
  );
  return row?.count ?? 0;
};

describe('a statement that takes too long', () => {
  it('is given up by every connection that reads', async () => {
    const pool = readerPool(hub.database.reader);
    const { rows } = await pool.query<{ limit: string }>(`select current_setting('statement_timeout') as limit`);
    await pool.end();
    expect(rows).toEqual([{ limit: '10s' }]);
  });

  it('is answered with 503 and when to come again; the next one works', async () => {
    const hold = await Hold.take(hub.database.superuser, 'lock table topic');
    const request = fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ topics { id } }"}',
    });
    const [pid] = await hold.waitedForBy(1);
    // What the time limit does, without waiting for it: the same error, 57014.
    await query(hub.database.superuser, 'select pg_cancel_backend($1)', [pid]);
    const response = await request;
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    await hold.release();
    expect(await ask(hub.stranger, 'topics')).toHaveLength(3);
  });
});

describe('a change that waits too long', () => {
  it('is answered with 503 and has changed nothing; the next one works', async () => {
    const author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
    const entryId = await createDraft(author, practice());
    const hold = await Hold.take(hub.database.superuser, 'select 1 from entry where id = $1 for update', [entryId]);
    const publishing = ask(author, 'publish', { entryId, revision: 1 });
    const [pid] = await hold.waitedForBy(1);
    await query(hub.database.superuser, 'select pg_cancel_backend($1)', [pid]);
    expect(await publishing).toMatchObject({ refused: 'UNAVAILABLE', status: 503 });
    await hold.release();
    expect(await readEntry(author, entryId)).toMatchObject({ state: 'DRAFT', history: [{ action: 'created' }] });
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toMatchObject({ __typename: 'Published' });
  });
});

describe('connections', () => {
  it('come back from pages of which one part fails while another is still being read', async () => {
    const author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
    for (let index = 0; index < 3; index += 1) await publish(author, practice({ title: `Nr. ${index}` }));
    const failing = `{ companies { people(first: 1000) { nodes { id } } } entries { nodes { responsible { mail company { slug } } } } }`;
    for (let index = 0; index < 5 * connections; index += 1) {
      expect(await author.send(failing)).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    }
    await until(async () => expect(await openTransactions(hub.database.superuser)).toBe(0));
    expect(await ask(author, 'topics')).toHaveLength(3);
  });

  it('come back from people who have gone away', async () => {
    const { database, url, stranger } = hub;
    const hold = await Hold.take(database.superuser, 'lock table topic');
    const leaving = Array.from({ length: 2 * connections }, () => new AbortController());
    const requests = leaving.map(({ signal }) =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ topics { id } }"}', signal }),
    );
    await hold.waitedForBy(connections);
    for (const controller of leaving) controller.abort();
    await Promise.allSettled(requests);
    await hold.release();
    expect(await ask(stranger, 'topics')).toHaveLength(3);
    await until(async () => expect(await openTransactions(database.superuser)).toBe(0));
  });

  it('that are all in use are waited for', async () => {
    const { database, stranger } = hub;
    const hold = await Hold.take(database.superuser, 'lock table topic');
    const answers = Array.from({ length: 5 * connections }, () => ask(stranger, 'topics'));
    await hold.waitedForBy(connections);
    await hold.release();
    for (const answer of await Promise.all(answers)) expect(answer).toHaveLength(3);
  });
});
