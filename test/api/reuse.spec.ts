// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let neighbour: Client;
let housemate: Client;
let doctor: Client;
let guest: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
  housemate = await hub.signIn(employee('paul', 'wohnbau'));
  doctor = await hub.signIn(employee('jonas', 'klinikum'));
  guest = await hub.signIn({ sub: 'gast' });
});

const used = (...companies: string[]) => ({
  __typename: 'ReuseChanged',
  entry: { reuses: companies.map((slug) => ({ company: { slug } })) },
});

describe('addReuse', () => {
  it('says so for the company one acts for, once, whoever says it how often', async () => {
    const entryId = await publish(author, practice());
    await Promise.all([neighbour, neighbour, housemate].map((client) => ask(client, 'addReuse', { entryId })));
    expect(await ask(neighbour, 'addReuse', { entryId })).toMatchObject(used('wohnbau'));
    expect(await ask(doctor, 'addReuse', { entryId })).toMatchObject(used('wohnbau', 'klinikum'));
    const entry = await readEntry(author, entryId);
    expect((entry?.['history'] as { action: string }[]).filter(({ action }) => action === 'reused')).toHaveLength(2);
    expect(await readEntry(doctor, entryId)).toMatchObject({ may: { reuse: true } });
  });

  it('is not for the company that shares it, nor for what is not published', async () => {
    const entryId = await publish(author, practice());
    const refused = { __typename: 'NotPossible', code: 'not-published' };
    expect(await ask(author, 'addReuse', { entryId })).toMatchObject(refused);
    expect(await ask(author, 'addReuse', { entryId: await createDraft(author, practice()) })).toMatchObject(refused);
    await ask(author, 'archive', { entryId });
    expect(await ask(neighbour, 'addReuse', { entryId })).toMatchObject(refused);
  });

  it('shows strangers the companies of a public entry and no names', async () => {
    const entryId = await publish(author, practice({ visibility: { choice: 'PUBLIC' } }));
    await ask(neighbour, 'addReuse', { entryId });
    expect(await readEntry(hub.stranger, entryId)).toMatchObject({ reuses: [{ company: { slug: 'wohnbau' }, person: null }] });
    expect(await readEntry(doctor, entryId)).toMatchObject({ reuses: [{ person: { name: 'lea' } }] });
  });
});

describe('removeReuse', () => {
  it('takes it back for the own company, by anybody of it, and once', async () => {
    const entryId = await publish(author, practice());
    await ask(neighbour, 'addReuse', { entryId });
    await ask(doctor, 'addReuse', { entryId });
    expect(await ask(housemate, 'removeReuse', { entryId })).toMatchObject(used('klinikum'));
    expect(await ask(neighbour, 'removeReuse', { entryId })).toMatchObject(used('klinikum'));
    expect(await readEntry(author, entryId)).toMatchObject({ history: [{ action: 'reuse-ended' }, { action: 'reused' }, {}, {}, {}] });
  });
});

describe.each(['addReuse', 'removeReuse'] as const)('%s', (operation) => {
  it('knows no entry that is not there', async () => {
    for (const entryId of ['', 'x', '__proto__', 'a\u0000b', crypto.randomUUID(), author.personId]) {
      expect(await ask(neighbour, operation, { entryId })).toMatchObject(missing);
    }
  });

  it('needs a session', async () => {
    expect(await ask(hub.stranger, operation, { entryId: await publish(author, practice()) })).toMatchObject(notSignedIn);
  });

  it('is for employees who see the entry', async () => {
    const entryId = await publish(author, practice({ visibility: { choice: 'COMPANIES', companies: [hub.companies.wohnbau.id] } }));
    expect(await ask(guest, operation, { entryId })).toMatchObject(notForYou);
    expect(await ask(doctor, operation, { entryId })).toMatchObject(missing);
    expect(await ask(neighbour, operation, { entryId })).toMatchObject({ __typename: 'ReuseChanged' });
  });
});
