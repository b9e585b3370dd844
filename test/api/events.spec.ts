// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, publishRevision, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let neighbour: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
});

const actions = async (client: Client, entryId: string): Promise<string[]> => {
  const entry = await readEntry(client, entryId);
  return (entry?.['history'] as { action: string }[]).map(({ action }) => action);
};

const jobs = (entryId: string) =>
  query(hub.database.superuser, `select data from pgboss.job where name = 'search.index' and data->>'entryId' = $1`, [entryId]);

describe('events', () => {
  it('are the history of an entry: all for those who write it, what concerns readers for readers', async () => {
    const entryId = await publish(author, practice({ title: 'Erste' }));
    await ask(author, 'saveRevision', { input: { entryId, base: 1, document: practice({ title: 'Zweite' }) } });
    await ask(neighbour, 'addReuse', { entryId });
    await publishRevision(author, entryId, 2);
    await ask(author, 'archive', { entryId });
    await ask(author, 'restore', { entryId });
    await ask(author, 'narrowVisibility', { entryId, visibility: { choice: 'COMPANIES', companies: [hub.companies.wohnbau.id] } });
    expect(await actions(author, entryId)).toEqual(
      ['created', 'released', 'saved', 'reused', 'released', 'archived', 'restored', 'narrowed'].reverse(),
    );
    expect(await actions(neighbour, entryId)).toEqual(['released', 'reused', 'released', 'archived', 'restored'].reverse());
  });

  it('are told once for what one person saved on one day, however often the form did', async () => {
    const entryId = await createDraft(author, practice({ title: 'Fassung 1' }));
    const changes = Array.from({ length: 60 }, (_, index) => index + 1);
    for (const base of changes) {
      await ask(author, 'saveRevision', { input: { entryId, base, document: practice({ title: `Fassung ${base + 1}` }) } });
    }
    await query(hub.database.superuser, `update event set at = at - interval '1 day' where entry_id = $1 and revision <= 30`, [entryId]);
    const entry = await readEntry(author, entryId);
    expect(entry).toMatchObject({ history: [{ action: 'saved', revision: 61 }, { action: 'saved', revision: 30 }, { action: 'created' }] });
  });

  it('name who, where and which fields, and hold no text', async () => {
    const canary = 'Kanarienvogel';
    const entryId = await createDraft(author, practice());
    const document = practice({ title: canary, keyStatement: canary, validUntil: '2031-01-31', topics: ['verkehr'] });
    document.content.practice['problem'] = canary;
    await ask(author, 'saveRevision', { input: { entryId, base: 1, document } });
    const rows = await query<{ action: string; fields: string[] }>(
      hub.database.superuser,
      'select * from event where entry_id = $1 order by at',
      [entryId],
    );
    expect(rows).toMatchObject([
      { action: 'created', person_id: author.personId, company_id: hub.companies.stadtwerke.id, revision: 1, fields: [] },
      { action: 'saved', person_id: author.personId, company_id: hub.companies.stadtwerke.id, revision: 2 },
    ]);
    expect(rows[1]?.fields.toSorted()).toEqual(['keyStatement', 'problem', 'title', 'topics', 'validUntil']);
    expect(JSON.stringify(rows)).not.toContain(canary);
  });

  it('are not recorded for what was refused or changes nothing', async () => {
    const entryId = await publish(author, practice());
    const before = await actions(author, entryId);
    await ask(author, 'publish', { entryId, revision: 1 });
    await ask(author, 'restore', { entryId });
    await ask(author, 'saveRevision', { input: { entryId, base: 1, document: practice() } });
    await ask(author, 'saveRevision', { input: { entryId, base: 1, document: practice({ title: 'x'.repeat(2_000) }) } });
    await ask(neighbour, 'archive', { entryId });
    await ask(neighbour, 'removeReuse', { entryId });
    expect(await actions(author, entryId)).toEqual(before);
  });
});

describe('jobs', () => {
  it('are asked for by every change, with the id and nothing else', async () => {
    const entryId = await publish(author, practice());
    await ask(neighbour, 'addReuse', { entryId });
    const rows = await jobs(entryId);
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ data: { entryId } })));
  });

  it('are not asked for by what was refused', async () => {
    const entryId = await createDraft(author, practice({ title: '' }));
    await ask(author, 'publish', { entryId, revision: 1 });
    await ask(author, 'archive', { entryId });
    await ask(neighbour, 'publish', { entryId, revision: 1 });
    expect(await jobs(entryId)).toHaveLength(1);
  });

  it('vanish with the transaction, even when it fails at its very end', async () => {
    const entryId = await createDraft(author, practice());
    await query(
      hub.database.superuser,
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'at commit'; end $$;
       create constraint trigger fail after insert on event deferrable initially deferred for each row execute function fail();`,
    );
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toMatchObject({ refused: 'INTERNAL' });
    await query(hub.database.superuser, 'drop trigger fail on event');
    expect(await jobs(entryId)).toHaveLength(1);
    expect(await readEntry(author, entryId)).toMatchObject({ state: 'DRAFT', revision: 0, history: [{ action: 'created' }] });
    await publishRevision(author, entryId, 1);
    expect(await jobs(entryId)).toHaveLength(2);
  });
});
