// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let colleague: Client;
let editor: Client;
let reader: Client;
let guest: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  colleague = await hub.signIn(employee('tarek', 'stadtwerke', ['author']));
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
  reader = await hub.signIn(employee('lea', 'wohnbau'));
  guest = await hub.signIn({ sub: 'gast' });
});

const input = (given = practice()) => ({ input: { entryId: crypto.randomUUID(), document: given } });

describe('createDraft', () => {
  it('keeps what was typed, for the company and department the author acts for', async () => {
    expect(await ask(author, 'createDraft', input(practice({ title: 'Licht', validUntil: '2031-01-31' })))).toMatchObject({
      __typename: 'Saved',
      draft: {
        state: 'DRAFT',
        unreleased: true,
        releasedRevision: null,
        company: { slug: 'stadtwerke' },
        department: { slug: 'licht' },
        latest: { number: 1, released: false, savedBy: { name: 'mirjam' }, document: { title: 'Licht', validUntil: '2031-01-31' } },
        missing: [],
        may: { edit: true, discard: true, archive: false, withdraw: false, narrow: false, reuse: false },
      },
    });
  });

  it('asks for nothing yet: an empty form is a draft that says what is missing', async () => {
    const empty = { problem: '', approach: '', result: '', effort: '', reuse: '', contact: '' };
    const document = practice({ title: '', keyStatement: '', topics: [], content: { practice: empty } });
    const answer = await ask<{ draft: { missing: { path: string[]; code: string }[] } }>(author, 'createDraft', input(document));
    expect(answer.draft.missing.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'title required',
      'keyStatement required',
      'content.practice.problem required',
      'content.practice.approach required',
      'content.practice.result required',
    ]);
  });

  it('is one draft however often the form is sent, also at the same moment', async () => {
    const same = input();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(author, 'createDraft', same)));
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'Saved', draft: { latest: { number: 1 } } });
    expect(await ask(author, 'revisions', { entryId: same.input.entryId })).toHaveLength(1);
  });

  it('refuses what the form cannot have made, naming the field', async () => {
    const document = practice({
      title: 'x'.repeat(1_001),
      keyStatement: 'x'.repeat(2_001),
      language: 'fr',
      topics: ['unbekannt'],
      coAuthors: ['nobody'],
      validUntil: '2031-02-31',
    });
    const answer = await ask<{ fields: { path: string[] }[] }>(author, 'createDraft', input({ ...document, validUntil: null }));
    expect(answer.fields).toEqual([
      { path: ['title'], code: 'too-long', limit: 1_000 },
      { path: ['keyStatement'], code: 'too-long', limit: 2_000 },
      { path: ['language'], code: 'invalid', limit: null },
      { path: ['coAuthors', '0'], code: 'unknown', limit: null },
    ]);
    expect(await ask(author, 'createDraft', input(document))).toMatchObject({ refused: 'BAD_USER_INPUT' });
  });

  it('refuses what is not an id of the hub, and one that belongs to a draft of somebody else', async () => {
    const malformed = { input: { entryId: 'mein-entwurf', document: practice() } };
    expect(await ask(author, 'createDraft', malformed)).toMatchObject({ fields: [{ path: ['entryId'], code: 'invalid' }] });

    const entryId = await createDraft(author, practice({ title: 'Geheim' }));
    expect(await ask(colleague, 'createDraft', { input: { entryId, document: practice({ title: 'Fremd' }) } })).toMatchObject(missing);
    expect(await ask(author, 'draft', { entryId })).toMatchObject({ latest: { number: 1, document: { title: 'Geheim' } } });
  });

  it('refuses the id of a published entry that somebody else writes', async () => {
    const entryId = await publish(author, practice({ title: 'Für alle' }));
    expect(await ask(colleague, 'createDraft', { input: { entryId, document: practice() } })).toMatchObject(missing);
    expect(await readEntry(reader, entryId)).toMatchObject({ title: 'Für alle' });
  });

  it('needs a session', async () => {
    expect(await ask(hub.stranger, 'createDraft', input())).toMatchObject(notSignedIn);
  });

  it('is for authors and editors, not for readers or guests', async () => {
    expect(await ask(reader, 'createDraft', input())).toMatchObject(notForYou);
    expect(await ask(guest, 'createDraft', input())).toMatchObject(notForYou);
    expect(await ask(editor, 'createDraft', input())).toMatchObject({ __typename: 'Saved' });
  });
});

describe('saveRevision', () => {
  const save = (client: Client, entryId: string, base: number, document = practice()) =>
    ask(client, 'saveRevision', { input: { entryId, base, document } });

  it('adds a revision and keeps the ones before', async () => {
    const entryId = await createDraft(author, practice({ title: 'Erste' }));
    expect(await save(author, entryId, 1, practice({ title: 'Zweite' }))).toMatchObject({ draft: { latest: { number: 2 } } });
    expect(await ask(author, 'revision', { entryId, number: 1 })).toMatchObject({ document: { title: 'Erste' } });
    expect(await ask(author, 'revisions', { entryId })).toEqual([
      { number: 2, released: false },
      { number: 1, released: false },
    ]);
  });

  it('is one revision when the form is sent twice', async () => {
    const entryId = await createDraft(author, practice({ title: 'Erste' }));
    const document = practice({ title: 'Zweite' });
    const answers = await Promise.all([1, 2, 3].map(() => save(author, entryId, 1, document)));
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'Saved', draft: { latest: { number: 2 } } });
    expect(await ask(author, 'revisions', { entryId })).toHaveLength(2);
  });

  it('refuses what the form cannot have made, and keeps what was there', async () => {
    const entryId = await createDraft(author, practice({ title: 'Erste' }));
    expect(await save(author, entryId, 1, practice({ title: 'x'.repeat(1_001) }))).toMatchObject({ fields: [{ path: ['title'] }] });
    expect(await save(author, entryId, 7)).toMatchObject(missing);
    expect(await save(author, 'kein-beitrag', 1)).toMatchObject(missing);
    expect(await ask(author, 'draft', { entryId })).toMatchObject({ latest: { number: 1, document: { title: 'Erste' } } });
  });

  it('keeps the kind the entry began with', async () => {
    const entryId = await createDraft(author, practice());
    const content = { lesson: { tried: 'x', expected: 'x', happened: 'x', nextTime: 'x' } };
    expect(await ask(author, 'saveRevision', { input: { entryId, base: 1, document: { ...practice(), content } } })).toMatchObject({
      refused: 'BAD_REQUEST',
      status: 400,
    });
  });

  it('needs a session', async () => {
    expect(await save(hub.stranger, await createDraft(author, practice()), 1)).toMatchObject(notSignedIn);
  });

  it('is for those who write the entry: a draft does not exist for others, not even for editors', async () => {
    const entryId = await createDraft(author, practice());
    for (const other of [colleague, editor, reader]) expect(await save(other, entryId, 1)).toMatchObject(missing);
    expect(await save(guest, entryId, 1)).toMatchObject(notForYou);
  });

  it('lets readers of a published entry read only; co-authors and editors of the company write', async () => {
    const entryId = await publish(author, practice({ coAuthors: [reader.personId] }));
    expect(await save(colleague, entryId, 1, practice({ title: 'Fremd' }))).toMatchObject(notForYou);
    const withTeam = practice({ title: 'Von der Redaktion', coAuthors: [reader.personId] });
    expect(await save(editor, entryId, 1, withTeam)).toMatchObject({ draft: { latest: { number: 2, savedBy: { name: 'britta' } } } });
    const withoutMe = practice({ title: 'Von der Mitautorin' });
    expect(await save(reader, entryId, 2, withoutMe)).toEqual({ __typename: 'Saved', draft: null });
    expect(await save(reader, entryId, 3)).toMatchObject(notForYou);
  });
});

describe('draft, revision, revisions, myEntries', () => {
  it('open for author and co-author', async () => {
    const entryId = await createDraft(author, practice({ title: 'Zu zweit', coAuthors: [reader.personId] }));
    expect(await ask(reader, 'draft', { entryId })).toMatchObject({ latest: { document: { coAuthors: [{ id: reader.personId }] } } });
    const { nodes } = await ask<{ nodes: object[] }>(reader, 'myEntries');
    expect(nodes).toContainEqual(expect.objectContaining({ entryId, title: 'Zu zweit', state: 'DRAFT', answered: 3, questions: 6 }));
  });

  it('answer nothing for ids that name nothing', async () => {
    for (const entryId of ['', 'x', crypto.randomUUID(), hub.companies.wohnbau.id]) {
      expect(await ask(author, 'draft', { entryId })).toBeNull();
      expect(await ask(author, 'revision', { entryId, number: 1 })).toBeNull();
      expect(await ask(author, 'revisions', { entryId })).toEqual([]);
    }
    const entryId = await createDraft(author, practice());
    for (const number of [0, -1, 2, 2_147_483_647]) expect(await ask(author, 'revision', { entryId, number })).toBeNull();
  });

  it.each(['draft', 'revision', 'revisions', 'myEntries'] as const)('%s needs a session and a company', async (operation) => {
    const variables = { entryId: crypto.randomUUID(), number: 1 };
    expect(await ask(hub.stranger, operation, variables)).toMatchObject(notSignedIn);
    expect(await ask(guest, operation, variables)).toMatchObject(notForYou);
  });

  it('do not exist for readers of the published entry', async () => {
    const entryId = await publish(author, practice());
    expect(await ask(reader, 'draft', { entryId })).toBeNull();
    expect(await ask(reader, 'revision', { entryId, number: 1 })).toBeNull();
    expect(await ask(reader, 'revisions', { entryId })).toEqual([]);
    expect(await ask(editor, 'revisions', { entryId })).toEqual([{ number: 1, released: true }]);
  });
});
