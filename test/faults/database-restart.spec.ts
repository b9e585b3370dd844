// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EmbeddedDatabase } from '../../apps/local/embedded-database.js';
import { freePort } from '../../apps/local/free-port.js';
import { createHubDatabase, migrateHubDatabase } from '../../apps/local/hub-database.js';
import { folderPrefix, ownerFile } from '../support/abandoned-servers.js';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish } from '../support/entries.js';
import { until } from '../support/hold.js';
import { employee, startHub, type TestHub } from '../support/hub.js';
import { WorkerProcess } from '../support/worker-process.js';

const passwords = { hub_migrator: 'm', hub_reader: 'r', hub_writer: 'w', hub_worker: 'j', hub_web: 's' };
let folder: string;
let server: EmbeddedDatabase;
let hub: TestHub & { stop(): Promise<void> };
let worker: WorkerProcess;

const start = (port: number) => EmbeddedDatabase.start({ folder: join(folder, 'postgres'), port, password: 'p', durable: false });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), folderPrefix));
  await writeFile(join(folder, ownerFile), String(process.pid));
  server = await start(await freePort(31_000));
  await createHubDatabase(server, 'hub', passwords);
  await migrateHubDatabase(server, 'hub', passwords, process.cwd());
  const url = (role: keyof typeof passwords) => server.url(role, passwords[role], 'hub');
  hub = await startHub({
    name: 'hub',
    migrations: url('hub_migrator'),
    reader: url('hub_reader'),
    writer: url('hub_writer'),
    worker: url('hub_worker'),
    web: url('hub_web'),
    superuser: server.superuserUrl('hub'),
  });
  worker = await WorkerProcess.start(url('hub_worker'));
}, 120_000);

afterAll(async () => {
  await hub.stop();
  await worker.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

it('PostgreSQL restarted under load: 503 and when to come again, nothing half done, and on without a restart of the API', async () => {
  const author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  // More than the API has connections that write: each must come back.
  const entryIds = await Promise.all(Array.from({ length: 12 }, () => createDraft(author, practice({ title: 'Fassung 1' }))));
  const load = new Load(author, entryIds);
  load.begin();
  await until(() => expect(load.saved).toBeGreaterThan(24));

  await server.stop();
  await until(() => expect(load.away).toBeGreaterThan(10));
  const away = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ topics { id } }"}',
  });
  expect(away.status).toBe(503);
  expect(away.headers.get('retry-after')).toBe('5');
  const health = hub.url.replace('/graphql', '/health');
  expect((await fetch(`${health}/live`)).status).toBe(200);
  expect((await fetch(`${health}/ready`)).status).toBe(503);

  server = await start(server.port);
  const before = load.saved;
  await until(() => expect(load.saved).toBeGreaterThan(before + 24));
  await load.end();
  expect((await fetch(`${health}/ready`)).status).toBe(200);
  expect(load.unexpected).toEqual([]);
  for (const entryId of entryIds) {
    // Whatever was answered as saved is there, once and in order; at most one more was saved whose answer got lost.
    const numbers = (await ask<{ number: number }[]>(author, 'revisions', { entryId })).map(({ number }) => number).toReversed();
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    expect([load.bases.get(entryId), (load.bases.get(entryId) ?? 0) + 1]).toContain(numbers.at(-1));
  }

  // The worker went through the same, and takes jobs again.
  const found = await publish(author, practice({ title: 'Danach' }));
  const search = '{ search(input: { text: "Danach" }) { hits { entry { id } } } }';
  await until(async () => expect(await author.request(search)).toEqual({ search: { hits: [{ entry: { id: found } }] } }));
}, 60_000);

/** Four who read and twelve who save, without a pause. */
class Load {
  saved = 0;
  away = 0;
  /** The newest revision of each entry that was answered as saved. */
  readonly bases = new Map<string, number>();
  readonly unexpected: unknown[] = [];
  private running = true;
  private work: Promise<void>[] = [];

  constructor(
    private readonly author: Client,
    private readonly entryIds: string[],
  ) {}

  begin(): void {
    const readers = this.entryIds.slice(0, 4).map((id) => this.read(id));
    this.work = [...readers, ...this.entryIds.map((entryId) => this.save(entryId))];
  }

  async end(): Promise<void> {
    this.running = false;
    await Promise.all(this.work);
  }

  private async read(id: string): Promise<void> {
    while (this.running) this.count(await ask<{ refused?: string } | null>(this.author, 'entry', { id }));
  }

  private async save(entryId: string): Promise<void> {
    while (this.running) {
      const base = this.bases.get(entryId) ?? 1;
      const input = { entryId, base, document: practice({ title: `Fassung ${base + 1}` }) };
      const answer = await ask<{ refused?: string; draft?: { latest: { number: number } } }>(this.author, 'saveRevision', { input });
      if (!answer.draft) this.count(answer);
      else {
        this.bases.set(entryId, answer.draft.latest.number);
        this.saved += 1;
      }
    }
  }

  private count(answer: { refused?: string } | null): void {
    if (answer?.refused === 'UNAVAILABLE') this.away += 1;
    else if (!answer || answer.refused) this.unexpected.push(answer);
  }
}
