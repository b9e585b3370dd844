// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { Succession } from '#entries/succession.service.js';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';
import { asWorker } from '../support/worker.js';

const hub = useHub();
let editor: Client;
let admin: Client;
let neighbour: Client;
let colleague: Client;

const left = { organization: {} };
const ofTheStadtwerke = (sub: string) => employee(sub, 'stadtwerke', ['author'], 'licht');
const succeed = () => asWorker(hub.database, Succession, (succession) => succession.catchUp());
const visibility = (choice: string) => ({ visibility: { choice } });

beforeAll(async () => {
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
  admin = await hub.signIn(employee('ada', 'stadtwerke', ['admin']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau', ['editor', 'admin']));
  colleague = await hub.signIn(employee('tarek', 'stadtwerke'));
});

interface Queue {
  nodes: { entryId: string; title: string; responsible: { name: string } | null; may: { edit: boolean; handOver: boolean } }[];
  counts: { all: number };
}

const waiting = async (client: Client) =>
  (await ask<Queue>(client, 'myEntries', { filter: { scope: 'WITHOUT_RESPONSIBLE' }, first: 100 })).nodes;
const isWaiting = async (client: Client, entryId: string) => (await waiting(client)).some((node) => node.entryId === entryId);

describe('an author who left every company', () => {
  it('sees no draft and nothing of the company any more, and what is public like everybody', async () => {
    const author = await hub.signIn(ofTheStadtwerke('wanda'));
    const draft = await createDraft(author, practice());
    const hidden = [draft];
    for (const choice of ['PRIVATE', 'DEPARTMENT', 'COMPANY', 'GROUP']) hidden.push(await publish(author, practice(visibility(choice))));
    const open = await publish(author, practice(visibility('PUBLIC')));
    await hub.signIn({ ...ofTheStadtwerke('wanda'), ...left });
    for (const id of hidden) expect(await readEntry(author, id)).toBeNull();
    expect(await readEntry(author, open)).toMatchObject({ may: { edit: false, restore: false } });
    expect(await ask(author, 'saveRevision', { input: { entryId: draft, base: 1, document: practice() } })).toMatchObject(notForYou);
  });

  it('has everything again after coming back', async () => {
    const author = await hub.signIn(ofTheStadtwerke('ida'));
    const draft = await createDraft(author, practice());
    await hub.signIn({ ...ofTheStadtwerke('ida'), ...left });
    expect(await readEntry(author, draft)).toBeNull();
    await hub.signIn(ofTheStadtwerke('ida'));
    expect(await ask(author, 'draft', { entryId: draft })).toMatchObject({ latest: { number: 1 }, may: { edit: true } });
  });
});

describe('an author who went to another company', () => {
  it('keeps there what the old one shares with it, and writes none of it', async () => {
    const author = await hub.signIn(ofTheStadtwerke('olga'));
    const draft = await createDraft(author, practice());
    const ofTheCompany = await publish(author, practice(visibility('COMPANY')));
    const ofTheGroup = await publish(author, practice(visibility('GROUP')));
    await hub.signIn(employee('olga', 'wohnbau', ['author', 'editor']));
    expect(await readEntry(author, draft)).toBeNull();
    expect(await readEntry(author, ofTheCompany)).toBeNull();
    expect(await readEntry(author, ofTheGroup)).toMatchObject({ authors: [{ name: 'olga' }], may: { edit: false } });
    expect(await ask(author, 'draft', { entryId: ofTheGroup })).toBeNull();
    expect(await ask(author, 'withdraw', { entryId: ofTheGroup })).toMatchObject(notForYou);
    expect(await ask(author, 'dueForMe')).toEqual([]);
  });

  it('is the same for a co-author: they wrote for the company they were of', async () => {
    const author = await hub.signIn(ofTheStadtwerke('mirjam'));
    const helper = await hub.signIn(employee('gerd', 'klinikum', ['author']));
    const draft = await createDraft(author, practice({ coAuthors: [helper.personId] }));
    expect(await ask(helper, 'draft', { entryId: draft })).toMatchObject({ may: { edit: true } });
    await hub.signIn(employee('gerd', 'wohnbau', ['author']));
    expect(await readEntry(helper, draft)).toBeNull();
    expect(await ask(helper, 'saveRevision', { input: { entryId: draft, base: 1, document: practice() } })).toMatchObject(missing);
    // Still named, and still without rights after the author went on writing.
    const again = practice({ title: 'Weiter', coAuthors: [helper.personId] });
    expect(await ask(author, 'saveRevision', { input: { entryId: draft, base: 1, document: again } })).toMatchObject({
      __typename: 'Saved',
      draft: { latest: { document: { coAuthors: [{ id: helper.personId }] } } },
    });
    expect(await readEntry(helper, draft)).toBeNull();
    await hub.signIn(employee('gerd', 'klinikum', ['author']));
    expect(await ask(helper, 'draft', { entryId: draft })).toMatchObject({ latest: { number: 2 } });
  });
});

describe('somebody who has left', () => {
  it('is not taken as a co-author, and stays one who was', async () => {
    const author = await hub.signIn(ofTheStadtwerke('vera'));
    const former = await hub.signIn(employee('rolf', 'klinikum'));
    const with_ = { coAuthors: [former.personId] };
    const before = await createDraft(author, practice(with_));
    await hub.signIn({ sub: 'rolf', ...left });
    const refused = { __typename: 'InvalidInput', fields: [{ path: ['coAuthors'], code: 'unknown' }] };
    expect(await ask(author, 'createDraft', { input: { entryId: crypto.randomUUID(), document: practice(with_) } })).toMatchObject(refused);
    const save = (entryId: string, base: number, document = practice({ title: `Titel ${base}`, ...with_ })) =>
      ask(author, 'saveRevision', { input: { entryId, base, document } });
    expect(await save(await createDraft(author, practice()), 1)).toMatchObject(refused);
    expect(await save(before, 1)).toMatchObject({ __typename: 'Saved' });
    expect(await save(before, 2, practice())).toMatchObject({ __typename: 'Saved' });
    expect(await save(before, 3)).toMatchObject(refused);
  });
});

describe('what a leaver answered for', () => {
  const leave = async (sub: string, make: (author: Client) => Promise<string>) => {
    const author = await hub.signIn(ofTheStadtwerke(sub));
    const entryId = await make(author);
    await hub.signIn({ ...ofTheStadtwerke(sub), ...left });
    return { author, entryId };
  };

  it.each([
    ['a draft', (author: Client) => createDraft(author, practice({ title: 'Verwaist' }))],
    ['a private entry', (author: Client) => publish(author, practice({ title: 'Verwaist', ...visibility('PRIVATE') }))],
    ['one of the group', (author: Client) => publish(author, practice({ title: 'Verwaist' }))],
  ])('goes to the editors and admins of the company: %s', async (what, make) => {
    const { entryId } = await leave(`weg ${what}`, make);
    await succeed();
    for (const client of [editor, admin]) {
      expect((await waiting(client)).find((node) => node.entryId === entryId)).toMatchObject({
        title: 'Verwaist',
        responsible: { name: `weg ${what}` },
        may: { edit: true, handOver: true },
      });
      expect(await ask(client, 'draft', { entryId })).toMatchObject({ latest: { number: 1 } });
    }
    for (const client of [neighbour, colleague]) {
      expect(await isWaiting(client, entryId)).toBe(false);
      expect(await ask(client, 'draft', { entryId })).toBeNull();
    }
  });

  it('is not theirs while the person is there, nor after the person came back', async () => {
    const { author, entryId } = await leave('kommt wieder', (writer) => createDraft(writer, practice()));
    expect(await ask(editor, 'draft', { entryId })).toBeNull();
    await succeed();
    expect(await ask(editor, 'draft', { entryId })).not.toBeNull();
    await hub.signIn(ofTheStadtwerke('kommt wieder'));
    expect(await isWaiting(editor, entryId)).toBe(false);
    await succeed();
    expect(await ask(editor, 'draft', { entryId })).toBeNull();
    expect(await ask(author, 'draft', { entryId })).not.toBeNull();
  });

  it('goes to them when an end that was set for later has come', async () => {
    const author = await hub.signIn(ofTheStadtwerke('bis morgen'));
    const entryId = await createDraft(author, practice());
    const end = (at: string) =>
      query(hub.database.superuser, `update membership set ended_at = ${at} where person_id = $1`, [author.personId]);
    await end(`now() + interval '1 hour'`);
    await succeed();
    expect(await isWaiting(editor, entryId)).toBe(false);
    await end(`now() - interval '1 second'`);
    await succeed();
    expect(await isWaiting(editor, entryId)).toBe(true);
    expect(await succeed()).toBe(0);
  });

  it('lies not in the queue while it lies in the bin', async () => {
    const { entryId } = await leave('verworfen', async (author) => {
      const id = await createDraft(author, practice());
      await ask(author, 'discard', { entryId: id });
      return id;
    });
    await succeed();
    expect(await isWaiting(editor, entryId)).toBe(false);
  });
});

describe('handOver', () => {
  let entryId: string;
  beforeAll(async () => {
    const author = await hub.signIn(ofTheStadtwerke('hanna'));
    entryId = await createDraft(author, practice({ title: 'Nachfolge' }));
    await hub.signIn({ ...ofTheStadtwerke('hanna'), ...left });
    await succeed();
  });
  const handOver = (client: Client, to: string, id = entryId) => ask(client, 'handOver', { entryId: id, personId: to });

  it('needs a session, a company and the right company', async () => {
    expect(await handOver(hub.stranger, colleague.personId)).toMatchObject(notSignedIn);
    expect(await handOver(await hub.signIn({ sub: 'gast' }), colleague.personId)).toMatchObject(notForYou);
    for (const client of [neighbour, colleague]) expect(await handOver(client, colleague.personId)).toMatchObject(missing);
    expect(await handOver(editor, colleague.personId, crypto.randomUUID())).toMatchObject(missing);
  });

  it('goes to nobody who is not of the company today', async () => {
    const formerly = await hub.signIn(ofTheStadtwerke('formerly'));
    await hub.signIn({ ...ofTheStadtwerke('formerly'), ...left });
    for (const personId of [neighbour.personId, formerly.personId, crypto.randomUUID(), 'x']) {
      expect(await handOver(editor, personId)).toMatchObject({ fields: [{ path: ['personId'], code: 'unknown' }] });
    }
  });

  it('makes a colleague answer for it and write it; the author stays named, the editors look after something else', async () => {
    expect(await handOver(admin, colleague.personId)).toEqual({ __typename: 'Changed', entry: null });
    expect(await ask(colleague, 'draft', { entryId })).toMatchObject({ may: { edit: true }, latest: { document: { title: 'Nachfolge' } } });
    expect(await readEntry(colleague, entryId)).toMatchObject({
      responsible: { name: 'tarek' },
      authors: [{ name: 'hanna' }],
      history: [{ action: 'handed-over', person: { name: 'ada' } }, { action: 'created' }],
    });
    expect(await isWaiting(editor, entryId)).toBe(false);
    expect(await ask(editor, 'draft', { entryId })).toBeNull();
    expect((await ask<Queue>(colleague, 'myEntries')).nodes.map((node) => node.entryId)).toContain(entryId);
  });

  it('twice is once', async () => {
    expect(await handOver(colleague, colleague.personId)).toMatchObject({ __typename: 'Changed' });
    expect(await readEntry(colleague, entryId)).toMatchObject({ history: [{ action: 'handed-over' }, { action: 'created' }] });
  });

  it('is for authors of the company too, and not for co-authors of another', async () => {
    const author = await hub.signIn(ofTheStadtwerke('nora'));
    const own = await publish(author, practice({ coAuthors: [neighbour.personId] }));
    expect(await handOver(neighbour, colleague.personId, own)).toMatchObject(notForYou);
    expect(await handOver(author, colleague.personId, own)).toMatchObject({ __typename: 'Changed' });
    expect(await readEntry(author, own)).toMatchObject({ responsible: { name: 'tarek' }, may: { edit: true } });
  });
});
