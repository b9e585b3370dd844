// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let editor: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
});

interface Answer {
  __typename: string;
  base?: { number: number; document: { title: string } };
  theirs?: { number: number; document: { title: string } };
}

const save = (client: Client, entryId: string, base: number, title: string) =>
  ask<Answer>(client, 'saveRevision', { input: { entryId, base, document: practice({ title }) } });

describe('two people who change the same text', () => {
  it('both get both texts and the one they began with; nothing is overwritten', async () => {
    const entryId = await publish(author, practice({ title: 'Anfang' }));
    await save(author, entryId, 1, 'Von Mirjam');
    expect(await save(editor, entryId, 1, 'Von Britta')).toMatchObject({
      __typename: 'RevisionConflict',
      base: { number: 1, document: { title: 'Anfang' }, savedBy: { name: 'mirjam' } },
      theirs: { number: 2, document: { title: 'Von Mirjam' }, savedBy: { name: 'mirjam' } },
    });
    expect(await save(editor, entryId, 2, 'Von beiden')).toMatchObject({ __typename: 'Saved' });
    expect(await ask(author, 'revision', { entryId, number: 2 })).toMatchObject({ document: { title: 'Von Mirjam' } });
  });

  it('have no conflict when both wrote the same', async () => {
    const entryId = await publish(author, practice({ title: 'Anfang' }));
    await save(author, entryId, 1, 'Gleich');
    expect(await save(editor, entryId, 1, 'Gleich')).toMatchObject({ __typename: 'Saved' });
    expect(await ask(author, 'revisions', { entryId })).toHaveLength(2);
  });

  it('are told of what was saved, however old the revision is that they began with', async () => {
    const entryId = await createDraft(author, practice({ title: 'Erste' }));
    for (const number of [1, 2, 3]) await save(author, entryId, number, `Fassung ${number + 1}`);
    expect(await save(author, entryId, 2, 'Zu spät')).toMatchObject({ base: { number: 2 }, theirs: { number: 4 } });
    expect(await ask(author, 'revisions', { entryId })).toHaveLength(4);
  });
});

describe('fifty who save at once on one revision', () => {
  it('one wins, all others get the winner and the base back, and what was there stays', async () => {
    const entryId = await createDraft(author, practice({ title: 'Anfang' }));
    const titles = Array.from({ length: 50 }, (_, index) => `Text ${index}`);
    const answers = await Promise.all(titles.map((title) => save(author, entryId, 1, title)));

    const saved = titles.filter((_, index) => answers[index]?.__typename === 'Saved');
    expect(saved).toHaveLength(1);
    const conflicts = answers.filter(({ __typename }) => __typename === 'RevisionConflict');
    expect(conflicts).toHaveLength(49);
    for (const conflict of conflicts) {
      expect(conflict).toMatchObject({ base: { number: 1, document: { title: 'Anfang' } }, theirs: { document: { title: saved[0] } } });
    }
    expect(await ask(author, 'revisions', { entryId })).toEqual([
      { number: 2, released: false },
      { number: 1, released: false },
    ]);
  });
});
