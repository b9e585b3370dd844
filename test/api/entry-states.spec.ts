// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, publishRevision, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let editor: Client;
let neighbour: Client;
let guest: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau', ['editor', 'admin']));
  guest = await hub.signIn({ sub: 'gast' });
});

const changes = ['archive', 'withdraw', 'restore', 'discard'] as const;
type Change = (typeof changes)[number];

/** How an entry comes into each state. */
const states = {
  draft: () => createDraft(author, practice()),
  published: () => publish(author, practice()),
  archived: () => after('archive'),
  withdrawn: () => after('withdraw'),
  trashed: async () => {
    const entryId = await createDraft(author, practice());
    await ask(author, 'discard', { entryId });
    return entryId;
  },
};

async function after(change: Change): Promise<string> {
  const entryId = await publish(author, practice());
  await ask(author, change, { entryId });
  return entryId;
}

describe('the states of an entry', () => {
  it.each<[keyof typeof states, Change, string]>([
    ['draft', 'archive', 'not-published'],
    ['draft', 'withdraw', 'not-published'],
    ['draft', 'restore', 'not-archived'],
    ['draft', 'discard', 'TRASHED'],
    ['published', 'archive', 'ARCHIVED'],
    ['published', 'withdraw', 'DRAFT'],
    ['published', 'restore', 'not-archived'],
    ['published', 'discard', 'already-published'],
    ['archived', 'archive', 'not-published'],
    ['archived', 'withdraw', 'DRAFT'],
    ['archived', 'restore', 'PUBLISHED'],
    ['archived', 'discard', 'already-published'],
    ['withdrawn', 'archive', 'not-published'],
    ['withdrawn', 'withdraw', 'not-published'],
    ['withdrawn', 'restore', 'PUBLISHED'],
    ['withdrawn', 'discard', 'already-published'],
    ['trashed', 'archive', 'not-published'],
    ['trashed', 'withdraw', 'not-published'],
    ['trashed', 'restore', 'DRAFT'],
    ['trashed', 'discard', 'already-published'],
  ])('%s, %s: %s', async (state, change, result) => {
    const entryId = await states[state]();
    const done = { __typename: 'Changed', entry: { id: entryId, state: result } };
    const refused = { __typename: 'NotPossible', code: result, entry: { id: entryId } };
    expect(await ask(author, change, { entryId })).toMatchObject(/^[A-Z]/.test(result) ? done : refused);
  });

  it('archived: readers still read it, marked; lists leave it out', async () => {
    const entryId = await states.archived();
    expect(await readEntry(neighbour, entryId)).toMatchObject({ state: 'ARCHIVED', title: 'Licht nach Bedarf' });
    expect(JSON.stringify(await ask(neighbour, 'entries'))).not.toContain(entryId);
    expect(JSON.stringify(await ask(neighbour, 'entries', { filter: { state: 'ARCHIVED' } }))).toContain(entryId);
  });

  it('withdrawn: gone for readers at once; restored as it was released', async () => {
    const entryId = await publish(author, practice({ title: 'Freigegeben' }));
    const draft = { input: { entryId, base: 1, document: practice({ title: 'Nicht freigegeben' }) } };
    await ask(author, 'saveRevision', draft);
    await ask(author, 'withdraw', { entryId });
    expect(await readEntry(neighbour, entryId)).toBeNull();
    await ask(author, 'restore', { entryId });
    expect(await readEntry(neighbour, entryId)).toMatchObject({ title: 'Freigegeben', revision: 1 });
    expect(await ask(author, 'draft', { entryId })).toMatchObject({ latest: { number: 2, document: { title: 'Nicht freigegeben' } } });
  });

  it('trashed: nothing can be written until it is back', async () => {
    const entryId = await states.trashed();
    expect(await ask(author, 'draft', { entryId })).toBeNull();
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toMatchObject(notForYou);
    expect(await ask(author, 'saveRevision', { input: { entryId, base: 1, document: practice() } })).toMatchObject(notForYou);
    await ask(author, 'restore', { entryId });
    await publishRevision(author, entryId, 1);
  });

  it('editors of the owning company may archive, withdraw and restore what was released', async () => {
    const entryId = await states.published();
    for (const change of ['archive', 'restore', 'withdraw', 'restore'] as const) {
      expect(await ask(editor, change, { entryId })).toMatchObject({ __typename: 'Changed' });
    }
  });

  it('publish and withdraw at the same moment come one after the other', async () => {
    const entryId = await states.published();
    const save = (base: number, title: string) => ask(author, 'saveRevision', { input: { entryId, base, document: practice({ title }) } });
    await save(1, 'Zweite');
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => ask(author, 'publish', { entryId, revision: 2 })),
      ...Array.from({ length: 3 }, () => ask(editor, 'withdraw', { entryId })),
    ]);
    expect(answers).not.toContainEqual(expect.objectContaining({ refused: expect.anything() }));
    const [row] = await query<{ state: string; revision: number; readers: boolean }>(
      hub.database.superuser,
      `select state, revision, 'group' = any(audiences) as readers from entry where id = $1`,
      [entryId],
    );
    expect([
      { state: 'published', revision: 2, readers: true },
      { state: 'draft', revision: 2, readers: false },
    ]).toContainEqual(row);
  });
});

describe.each(changes)('%s', (change) => {
  it('knows no entry that is not there', async () => {
    for (const entryId of ['', 'x', '__proto__', crypto.randomUUID(), author.personId, hub.companies.wohnbau.id]) {
      expect(await ask(author, change, { entryId })).toMatchObject(missing);
    }
  });

  it('needs a session', async () => {
    expect(await ask(hub.stranger, change, { entryId: await states.published() })).toMatchObject(notSignedIn);
  });

  it('is for those who write the entry; for others a hidden one does not exist', async () => {
    const [published, hidden] = [await states.published(), await states.draft()];
    expect(await ask(neighbour, change, { entryId: published })).toMatchObject(notForYou);
    expect(await ask(neighbour, change, { entryId: hidden })).toMatchObject(missing);
    expect(await ask(editor, change, { entryId: hidden })).toMatchObject(missing);
    for (const entryId of [published, hidden]) expect(await ask(guest, change, { entryId })).toMatchObject(notForYou);
    expect(await readEntry(author, published)).toMatchObject({ state: 'PUBLISHED' });
    expect(await readEntry(author, hidden)).toMatchObject({ state: 'DRAFT' });
  });
});
