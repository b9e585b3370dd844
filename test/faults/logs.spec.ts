// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiConfig } from '#platform/config/config.js';
import { createLogger } from '#platform/logging/logger.js';
import { createApi } from '../../apps/api/create-api.js';
import { WorkerModule } from '../../apps/worker/worker.module.js';
import { ask } from '../support/ask.js';
import { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { practice } from '../support/entries.js';
import { until } from '../support/hold.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
const lines: string[] = [];
const log = (service: string) => createLogger(service, 'debug', { write: (line: string) => void lines.push(line) });
const stops: (() => Promise<unknown>)[] = [];
let url: string;

/** API and worker on the hub's database, with everything they have to say kept. */
beforeAll(async () => {
  const { database, realm } = hub;
  const settings = { NODE_ENV: 'production', DEVELOPER_TOKEN: 'd'.repeat(32), ISSUER_URL: realm.issuer };
  const config = apiConfig({ ...settings, DATABASE_READER_URL: database.reader, DATABASE_WRITER_URL: database.writer });
  const api = await createApi(config, process.cwd(), log('api'));
  await api.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/graphql`;
  const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot({ databaseUrl: database.worker, log: log('worker') }), {
    logger: false,
  });
  stops.push(
    () => api.close(),
    () => worker.close(),
  );
});
afterAll(async () => void (await Promise.all(stops.map((stop) => stop()))));

/** Sends documents of its own, as a developer may. */
class Developer extends Client {
  override send<Data>(document: string, variables: Record<string, unknown> = {}) {
    return this.post<Data>({ query: document, variables }, { 'developer-token': 'd'.repeat(32) });
  }
}

it('names nobody and keeps no token or text, through sign-in, writing, search and faults', async () => {
  const identity = { ...employee('wortlaut', 'stadtwerke', ['author']), name: 'Wanda Wortlaut' };
  const token = await hub.realm.token(identity);
  const wanda = new Developer(url, token);
  expect(await ask(wanda, 'signIn')).toMatchObject({ __typename: 'SignedIn' });

  const entryId = crypto.randomUUID();
  const document = practice({ title: 'Verschlusssache', body: 'Vertraulichkeit.' });
  expect(await ask(wanda, 'createDraft', { input: { entryId, document } })).toMatchObject({ __typename: 'Saved' });
  expect(await ask(wanda, 'publish', { entryId, revision: 1 })).toMatchObject({ __typename: 'Published' });
  const search = 'query ($text: String!) { search(input: { text: $text }) { total } }';
  await until(async () => expect((await wanda.send(search, { text: 'Verschlusssache' })).data).toEqual({ search: { total: 1 } }));

  // Refused: input, token, operation, one that is none.
  await ask(wanda, 'createDraft', { input: { entryId: 'Verschlusssache', document: practice({ title: 'Verschlusssache'.repeat(100) }) } });
  await new Developer(url, `${token}x`).send('{ version }');
  await wanda.post({ query: '{ verschlusssache }' });
  await wanda.post('{"query": "Verschlusssache');
  await wanda.send('{ entries(after: "Verschlusssache") { endCursor } }');

  // Our fault: PostgreSQL quotes the row it refuses, to read and to write and in a job.
  const { superuser } = hub.database;
  await query(superuser, `alter table person add constraint nobody check (name <> 'Wanda Wortlaut') not valid`);
  expect(await ask(wanda, 'signIn')).toMatchObject({ status: 500 });
  await query(superuser, 'alter table topic rename to topic_gone');
  expect(await ask(wanda, 'topics')).toMatchObject({ status: 500 });
  await query(superuser, 'alter table topic_gone rename to topic');
  const boss = new PgBoss({
    connectionString: hub.database.worker,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.send('search.index', { entryId: 'no id' });
  await until(() => expect(lines.join('')).toContain('a job failed'));
  await boss.stop({ graceful: false });

  // What PostgreSQL would say of a table without policies, and what somebody might log one day.
  const quoted = Object.assign(new Error('refused'), { detail: 'Failing row contains (Wanda Wortlaut).', where: 'Wanda Wortlaut' });
  const careless = { name: 'Wanda Wortlaut', email: identity.email, token, authorization: `Bearer ${token}`, cookie: token };
  log('api').error({ err: quoted, person: careless }, 'refused');

  const said = lines.join('');
  expect(said).toContain('"level":50');
  expect(said.split('\n').length).toBeGreaterThan(10);
  for (const secret of [
    ...token.split('.'),
    'Wanda',
    'Wortlaut',
    'wortlaut',
    'erschlusssache',
    'ertraulichkeit',
    '@stadtwerke',
    'Bearer',
    'd'.repeat(32),
  ]) {
    expect(
      lines.filter((line) => line.includes(secret)),
      secret,
    ).toEqual([]);
  }
});
