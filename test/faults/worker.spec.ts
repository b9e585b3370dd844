// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PgBoss } from 'pg-boss';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { practice, publish } from '../support/entries.js';
import { Hold, until } from '../support/hold.js';
import { employee, useHub } from '../support/hub.js';
import { WorkerProcess } from '../support/worker-process.js';

const hub = useHub();
let author: Client;
let neighbour: Client;
let boss: PgBoss;
const running = new Set<WorkerProcess>();

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
  boss = new PgBoss({
    connectionString: hub.database.worker,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  // Free to pass, unless a test holds the lock.
  await superuser(`create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
    create constraint trigger wait after insert or update on search.document deferrable initially deferred for each row execute function wait()`);
});

afterAll(async () => {
  await boss.stop({ graceful: false });
  await Promise.all([...running].map((worker) => worker.stop()));
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start(hub.database.worker);
  running.add(worker);
  return worker;
}

const superuser = <Row extends object>(sql: string, values: unknown[] = []) => query<Row>(hub.database.superuser, sql, values);
const unfinished = () => superuser(`select data, state from pgboss.job where name = 'search.index' and state <> 'completed'`);
const indexed = (entryId: string) => superuser<{ title: string }>('select * from search.document where entry_id = $1', [entryId]);

/** Ten minutes later: jobs whose worker is gone have expired, and the pauses before the next try are over. */
async function laterOn(): Promise<void> {
  await superuser(`update pgboss.job set started_on = started_on - interval '10 minutes' where state = 'active'`);
  await superuser(`update pgboss.queue set monitor_on = null, monitor_claim_on = null`);
  await boss.supervise('search.index');
  await superuser(`update pgboss.job set start_after = now() where state = 'retry'`);
}

describe('a worker that is killed', { timeout: 60_000 }, () => {
  const words = ['Dachrinne', 'Kellertreppe', 'Hauseingang', 'Waschküche'];
  const entries: string[] = [];

  const steps: [string, (entryId: string) => Promise<Hold>][] = [
    ['before it reads', (entryId) => Hold.take(hub.database.superuser, 'select 1 from entry where id = $1 for update', [entryId])],
    ['before it writes', () => Hold.take(hub.database.superuser, 'lock table search.document in share mode')],
    ['while it commits', () => Hold.take(hub.database.superuser, 'select pg_advisory_xact_lock(1)')],
  ];

  it.each(steps)('%s loses nothing', async (_, take) => {
    const entryId = await publish(author, practice({ title: words[entries.length] ?? '' }));
    entries.push(entryId);
    const hold = await take(entryId);
    const worker = await startWorker();
    await hold.waitedForBy(1);
    running.delete(worker);
    await worker.kill();
    await hold.release();
    expect(await unfinished()).not.toEqual([]);
    await laterOn();
  });

  it('before it says that it is done loses nothing either', async () => {
    const entryId = await publish(author, practice({ title: words[entries.length] ?? '' }));
    entries.push(entryId);
    const writing = await Hold.take(hub.database.superuser, 'lock table search.document in share mode');
    const worker = await startWorker();
    await writing.waitedForBy(1);
    const finishing = await Hold.take(hub.database.superuser, `select 1 from pgboss.job where state = 'active' for update`);
    await writing.release();
    await finishing.waitedForBy(1);
    expect(await indexed(entryId)).toHaveLength(1);
    running.delete(worker);
    await worker.kill();
    await finishing.release();
    await laterOn();
  });

  it('leaves all of it to the next one', async () => {
    await startWorker();
    await until(async () => expect(await unfinished()).toEqual([]));
    for (const [index, entryId] of entries.entries()) expect(await search(words[index] ?? '')).toEqual([entryId]);
  });
});

async function search(text: string): Promise<string[]> {
  const { search: result } = await neighbour.request<{ search: { hits: { entry: { id: string } }[] } }>(
    'query ($text: String!) { search(input: { text: $text }) { hits { entry { id } } } }',
    { text },
  );
  return result.hits.map(({ entry }) => entry.id);
}

it('a killed worker is missed within half a minute, and another takes what it had begun', { timeout: 90_000 }, async () => {
  for (const worker of running) await worker.stop();
  running.clear();
  const entryId = await publish(author, practice({ title: 'Feuerwehrzufahrt' }));
  const hold = await Hold.take(hub.database.superuser, 'lock table search.document in share mode');
  const killed = await startWorker();
  await hold.waitedForBy(1);
  running.delete(killed);
  await killed.kill();
  await hold.release();
  const since = Date.now();
  await startWorker();
  await vi.waitFor(async () => expect(await indexed(entryId)).toHaveLength(1), { timeout: 60_000, interval: 200 });
  expect(Date.now() - since).toBeLessThan(30_000);
});

describe('what the clock asks for', { timeout: 60_000 }, () => {
  it('is planned in Berlin time for every worker there is, once', async () => {
    const planned = await superuser<{ name: string; cron: string; timezone: string }>('select name, cron, timezone from pgboss.schedule');
    expect(planned.map(({ name }) => name).sort()).toEqual([
      'bin.empty',
      'jobs.retry',
      'memberships.due',
      'people.forget',
      'sign-ins.forget',
    ]);
    expect(new Set(planned.map(({ timezone }) => timezone))).toEqual(new Set(['Europe/Berlin']));
  });

  it('is done by a worker, with the rights that a worker has', async () => {
    await startWorker();
    const scheduled = await superuser<{ name: string }>('select name from pgboss.schedule');
    for (const { name } of scheduled) await boss.send(name, {});
    const names = scheduled.map(({ name }) => name);
    // The clock may have asked for one of them meanwhile as well.
    const done = () =>
      superuser<{ name: string }>(`select distinct name from pgboss.job where name = any ($1) and state = 'completed'`, [names]);
    await until(async () => expect((await done()).map(({ name }) => name).sort()).toEqual([...names].sort()));
  });

  it('tries again what was put aside', async () => {
    await startWorker();
    const entryId = await publish(author, practice({ title: 'Winterdienst' }));
    await until(async () => expect(await unfinished()).toEqual([]));
    await superuser('delete from search.document where entry_id = $1', [entryId]);
    await boss.send('search.index.failed', { entryId });
    await boss.send('jobs.retry', {});
    await until(async () => expect(await search('Winterdienst')).toEqual([entryId]));
    expect(await superuser(`select 1 from pgboss.job where name = 'search.index.failed' and state = 'created'`)).toEqual([]);
  });
});

describe('jobs', { timeout: 60_000 }, () => {
  it('that come twice, late and out of order, to two workers, leave what one would have left', async () => {
    await startWorker();
    const entryId = await publish(author, practice({ title: 'Regenrückhaltebecken' }));
    await until(async () => expect(await unfinished()).toEqual([]));
    const once = await indexed(entryId);
    await Promise.all(Array.from({ length: 40 }, () => boss.send('search.index', { entryId })));
    await until(async () => expect(await unfinished()).toEqual([]));
    expect(await indexed(entryId)).toEqual(once);
    expect(await search('Regenrückhaltebecken')).toEqual([entryId]);
  });

  it('find what is there now, whatever they were made for', async () => {
    const entryId = await publish(author, practice({ title: 'Löschwasserteich' }));
    for (const change of ['archive', 'restore', 'withdraw', 'restore', 'withdraw'] as const) {
      await ask(author, change, { entryId });
      await Promise.all([1, 2].map(() => boss.send('search.index', { entryId })));
    }
    await until(async () => expect(await unfinished()).toEqual([]));
    expect(await indexed(entryId)).toEqual([]);
    await ask(author, 'restore', { entryId });
    await until(async () => expect(await search('Löschwasserteich')).toEqual([entryId]));
  });

  it('that cannot be done are tried again alone, and put aside in the end; those beside them are done', async () => {
    const entryId = await publish(author, practice({ title: 'Brückengeländer' }));
    await until(async () => expect(await unfinished()).toEqual([]));
    await superuser('delete from search.document where entry_id = $1', [entryId]);
    const impossible = { entryId: 'no id' };
    await boss.insert('search.index', [{ data: impossible }, ...Array.from({ length: 3 }, () => ({ data: { entryId } }))]);
    await until(async () => expect(await unfinished()).toEqual([{ data: impossible, state: 'retry' }]));
    expect(await search('Brückengeländer')).toEqual([entryId]);

    await superuser(`update pgboss.job set retry_count = retry_limit - 1, start_after = now() where state = 'retry'`);
    const putAside = () => superuser(`select data from pgboss.job where name = 'search.index.failed'`);
    await until(async () => expect(await putAside()).toEqual([{ data: impossible }]));
    await superuser(`delete from pgboss.job where state = 'failed'`);
  });

  it('for an entry that is no more are done', async () => {
    await boss.send('search.index', { entryId: crypto.randomUUID() });
    await until(async () => expect(await unfinished()).toEqual([]));
  });
});
