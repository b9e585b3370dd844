// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish, publishRevision, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let editor: Client;
let colleague: Client;
let neighbour: Client;
let doctor: Client;
let guest: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
  colleague = await hub.signIn(employee('tarek', 'stadtwerke', ['author'], 'wasser'));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
  doctor = await hub.signIn(employee('jonas', 'klinikum', ['author', 'editor', 'admin']));
  guest = await hub.signIn({ sub: 'gast' });
});

const save = (entryId: string, base: number, document = practice()) => ask(author, 'saveRevision', { input: { entryId, base, document } });

describe('publish', () => {
  it('shows the text to whom the author chose, and to nobody else', async () => {
    const entryId = await createDraft(author, practice({ title: 'Licht dimmen' }));
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toEqual({
      __typename: 'Published',
      entry: { id: entryId, state: 'PUBLISHED', title: 'Licht dimmen', revision: 1 },
    });
    expect(await readEntry(neighbour, entryId)).toMatchObject({ title: 'Licht dimmen', slug: 'licht-dimmen', topics: [{ id: 'energie' }] });
    for (const other of [hub.stranger, guest]) expect(await readEntry(other, entryId)).toBeNull();
  });

  it('shows the old text until the new one is released', async () => {
    const entryId = await publish(author, practice({ title: 'Alt' }));
    await save(entryId, 1, practice({ title: 'Neu', topics: ['verkehr'], visibility: { choice: 'PUBLIC' } }));
    expect(await readEntry(neighbour, entryId)).toMatchObject({ title: 'Alt', topics: [{ id: 'energie' }], revision: 1 });
    expect(await readEntry(hub.stranger, entryId)).toBeNull();
    expect(await ask(author, 'draft', { entryId })).toMatchObject({ unreleased: true, releasedRevision: 1, latest: { number: 2 } });

    await publishRevision(author, entryId, 2);
    expect(await readEntry(hub.stranger, entryId)).toMatchObject({ title: 'Neu', topics: [{ id: 'verkehr' }], responsible: null });
  });

  it('is one release when it is sent twice, also at the same moment', async () => {
    const entryId = await createDraft(author, practice());
    await Promise.all(Array.from({ length: 5 }, () => publishRevision(author, entryId, 1)));
    const entry = await readEntry(neighbour, entryId);
    expect(entry).toMatchObject({ history: [{ action: 'released', revision: 1 }] });
  });

  it('never releases unread what somebody else saved in between', async () => {
    const entryId = await createDraft(author, practice({ title: 'Gelesen' }));
    await save(entryId, 1, practice({ title: 'Ungelesen' }));
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toMatchObject({
      __typename: 'RevisionConflict',
      base: { number: 1, document: { title: 'Gelesen' } },
      theirs: { number: 2, document: { title: 'Ungelesen' } },
    });
    expect(await readEntry(neighbour, entryId)).toBeNull();
  });

  it('wants what readers need, in the order of the form', async () => {
    const content = { problem: ' \n', approach: '', result: '', effort: '', reuse: '', contact: '' };
    const entryId = await createDraft(
      author,
      practice({
        title: 'x'.repeat(161),
        keyStatement: 'x'.repeat(281),
        content: { practice: content },
        validUntil: '2020-01-01',
        visibility: { choice: 'COMPANIES', companies: [] },
      }),
    );
    expect(await ask(author, 'publish', { entryId, revision: 1 })).toEqual({
      __typename: 'InvalidInput',
      fields: [
        { path: ['title'], code: 'too-long', limit: 160 },
        { path: ['keyStatement'], code: 'too-long', limit: 280 },
        { path: ['content', 'practice', 'problem'], code: 'required', limit: null },
        { path: ['content', 'practice', 'approach'], code: 'required', limit: null },
        { path: ['content', 'practice', 'result'], code: 'required', limit: null },
        { path: ['validUntil'], code: 'in-the-past', limit: null },
        { path: ['visibility', 'companies'], code: 'required', limit: null },
      ],
    });
    const longest = practice({ title: 'x'.repeat(160), keyStatement: 'x'.repeat(280) });
    await save(entryId, 1, longest);
    await publishRevision(author, entryId, 2);
  });

  it('knows no revision and no entry that is not there', async () => {
    const entryId = await createDraft(author, practice());
    for (const revision of [0, -1, 2, 2_147_483_647]) expect(await ask(author, 'publish', { entryId, revision })).toMatchObject(missing);
    for (const other of ['', 'x', crypto.randomUUID(), author.personId, hub.companies.wohnbau.id]) {
      expect(await ask(author, 'publish', { entryId: other, revision: 1 })).toMatchObject(missing);
    }
  });

  it('needs a session', async () => {
    const entryId = await createDraft(author, practice());
    expect(await ask(hub.stranger, 'publish', { entryId, revision: 1 })).toMatchObject(notSignedIn);
  });

  it('is for those who write the entry', async () => {
    const entryId = await createDraft(author, practice());
    for (const other of [colleague, editor, doctor]) expect(await ask(other, 'publish', { entryId, revision: 1 })).toMatchObject(missing);
    await publishRevision(author, entryId, 1);
    for (const other of [colleague, doctor, guest]) expect(await ask(other, 'publish', { entryId, revision: 1 })).toMatchObject(notForYou);
    expect(await ask(editor, 'publish', { entryId, revision: 1 })).toMatchObject({ __typename: 'Published' });
  });

  it('lets an editor release a text that is from then on for its authors alone', async () => {
    const entryId = await publish(author, practice());
    await save(entryId, 1, practice({ visibility: { choice: 'PRIVATE' } }));
    expect(await ask(editor, 'publish', { entryId, revision: 2 })).toEqual({ __typename: 'Published', entry: null });
    for (const other of [editor, neighbour]) expect(await readEntry(other, entryId)).toBeNull();
    expect(await readEntry(author, entryId)).toMatchObject({ revision: 2 });
  });
});

describe('narrowVisibility', () => {
  const narrow = (client: Client, entryId: string, choice: string, companies?: string[]) =>
    ask(client, 'narrowVisibility', { entryId, visibility: { choice, companies } });

  it('acts at once, without a release, down to the authors alone', async () => {
    const entryId = await publish(author, practice({ visibility: { choice: 'PUBLIC' } }));
    const { wohnbau, klinikum } = hub.companies;
    const steps: [string, string[] | undefined, Client[], Client[]][] = [
      ['GROUP', undefined, [neighbour, doctor, colleague], [hub.stranger, guest]],
      ['COMPANIES', [wohnbau.id, klinikum.id], [neighbour, doctor, colleague], [hub.stranger, guest]],
      ['COMPANIES', [wohnbau.id], [neighbour, colleague], [doctor]],
      ['COMPANY', undefined, [colleague, editor], [neighbour]],
      ['DEPARTMENT', undefined, [author, editor], [colleague]],
      ['PRIVATE', undefined, [author], [editor, colleague, neighbour]],
    ];
    for (const [choice, companies, sees, missed] of steps) {
      expect(await narrow(author, entryId, choice, companies)).toMatchObject({ __typename: 'Changed', entry: { state: 'PUBLISHED' } });
      for (const client of sees) expect(await readEntry(client, entryId)).not.toBeNull();
      for (const client of missed) expect(await readEntry(client, entryId)).toBeNull();
    }
  });

  it('never widens, and never moves sideways', async () => {
    const { wohnbau, klinikum, verwaltung } = hub.companies;
    const choice = { choice: 'COMPANIES', companies: [wohnbau.id, klinikum.id] };
    const entryId = await publish(author, practice({ visibility: choice }));
    const refused = { __typename: 'NotPossible', code: 'not-narrower' };
    expect(await narrow(author, entryId, 'PUBLIC')).toMatchObject(refused);
    expect(await narrow(author, entryId, 'GROUP')).toMatchObject(refused);
    expect(await narrow(author, entryId, 'COMPANIES', choice.companies)).toMatchObject(refused);
    expect(await narrow(author, entryId, 'COMPANIES', [verwaltung.id])).toMatchObject(refused);
    expect(await narrow(author, entryId, 'COMPANIES', [wohnbau.id, verwaltung.id])).toMatchObject(refused);
    expect(await readEntry(author, entryId)).toMatchObject({
      visibility: { choice: 'COMPANIES', companies: [{ slug: 'klinikum' }, { slug: 'stadtwerke' }, { slug: 'wohnbau' }] },
    });
  });

  it('is not for what nobody reads yet', async () => {
    const entryId = await createDraft(author, practice());
    expect(await narrow(author, entryId, 'PRIVATE')).toMatchObject({ __typename: 'NotPossible', code: 'not-published' });
  });

  it('refuses companies that are none, and entries that are none', async () => {
    const entryId = await publish(author, practice());
    const unknown = { __typename: 'InvalidInput', fields: [{ code: 'unknown' }] };
    for (const id of ['wohnbau', '', crypto.randomUUID(), author.personId]) {
      expect(await narrow(author, entryId, 'COMPANIES', [id])).toMatchObject(unknown);
    }
    expect(await narrow(author, 'x', 'PRIVATE')).toMatchObject(missing);
    expect(await narrow(author, crypto.randomUUID(), 'PRIVATE')).toMatchObject(missing);
    expect(await readEntry(neighbour, entryId)).not.toBeNull();
  });

  it('keeps the choice of the newest revision, which counts again when it is released', async () => {
    const entryId = await publish(author, practice());
    await narrow(author, entryId, 'COMPANY');
    await save(entryId, 1, practice({ title: 'Noch einmal für alle' }));
    expect(await readEntry(neighbour, entryId)).toBeNull();
    await publishRevision(author, entryId, 2);
    expect(await readEntry(neighbour, entryId)).not.toBeNull();
  });

  it('needs a session', async () => {
    expect(await narrow(hub.stranger, await publish(author, practice()), 'PRIVATE')).toMatchObject(notSignedIn);
  });

  it('is for those who write the entry', async () => {
    const entryId = await publish(author, practice());
    for (const other of [neighbour, doctor, guest, colleague]) expect(await narrow(other, entryId, 'PRIVATE')).toMatchObject(notForYou);
    await narrow(author, entryId, 'COMPANY');
    expect(await narrow(doctor, entryId, 'PRIVATE')).toMatchObject(missing);
  });
});
