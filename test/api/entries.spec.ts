// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let colleague: Client;
let neighbour: Client;
let doctor: Client;
let guest: Client;

const people = () => ({ author, colleague, neighbour, doctor, guest, stranger: hub.stranger });

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  colleague = await hub.signIn(employee('tarek', 'stadtwerke', [], 'wasser'));
  neighbour = await hub.signIn(employee('lea', 'wohnbau', ['author']));
  doctor = await hub.signIn(employee('jonas', 'klinikum', ['author']));
  guest = await hub.signIn({ sub: 'gast' });
});

describe('entry', () => {
  it.each([
    ['PRIVATE', ['author']],
    ['DEPARTMENT', ['author']],
    ['COMPANY', ['author', 'colleague']],
    ['COMPANIES', ['author', 'colleague', 'neighbour']],
    ['GROUP', ['author', 'colleague', 'neighbour', 'doctor']],
    ['PUBLIC', ['author', 'colleague', 'neighbour', 'doctor', 'guest', 'stranger']],
  ])('%s: is there for %j', async (choice, readers) => {
    const entryId = await publish(author, practice({ visibility: { choice, companies: [hub.companies.wohnbau.id] } }));
    for (const [name, client] of Object.entries(people())) {
      expect((await readEntry(client, entryId)) !== null, name).toBe(readers.includes(name));
    }
  });

  it('shows a stranger the text and the company, and nobody by name', async () => {
    const entryId = await publish(author, practice({ visibility: { choice: 'PUBLIC' }, coAuthors: [neighbour.personId] }));
    expect(await readEntry(hub.stranger, entryId)).toMatchObject({
      company: { slug: 'stadtwerke' },
      department: null,
      responsible: null,
      authors: [],
      history: [{ action: 'released', person: null }],
      may: { edit: false, archive: false, withdraw: false, restore: false, discard: false, narrow: false, reuse: false },
    });
    expect(await readEntry(neighbour, entryId)).toMatchObject({
      responsible: { name: 'mirjam', mail: 'mirjam@stadtwerke.example' },
      authors: [{ name: 'mirjam' }, { name: 'lea' }],
    });
  });

  it('answers hidden and missing alike', async () => {
    const hidden = await createDraft(author, practice());
    for (const id of ['', 'x', '__proto__', 'a\u0000b', crypto.randomUUID(), author.personId, hidden]) {
      expect(await ask(doctor, 'entry', { id })).toBeNull();
    }
  });
});

describe('hubCounts', () => {
  it('counts what the viewer sees', async () => {
    const before = await ask<{ entries: number }>(doctor, 'hubCounts');
    await publish(author, practice({ visibility: { choice: 'COMPANY' } }));
    expect(await ask(doctor, 'hubCounts')).toEqual({ ...before, companies: 4 });
    await publish(author, practice());
    expect(await ask(doctor, 'hubCounts')).toMatchObject({ entries: before.entries + 1 });
    expect(await ask(guest, 'hubCounts')).toEqual(await ask(hub.stranger, 'hubCounts'));
  });
});

describe('dueForMe', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('lists what I answer for and ends within 30 days', async () => {
    const entryId = await publish(doctor, practice({ title: 'Läuft ab', validUntil: inDays(12) }));
    await publish(doctor, practice({ title: 'Läuft noch', validUntil: inDays(40) }));
    await publish(neighbour, practice({ title: 'Fremd', validUntil: inDays(12) }));
    expect(await ask(doctor, 'dueForMe')).toMatchObject([{ due: inDays(12), entry: { id: entryId, title: 'Läuft ab' } }]);
    expect(await ask(colleague, 'dueForMe')).toEqual([]);
  });
});

describe('newFromOthers', () => {
  it('lists the newest of other companies, and how many there are', async () => {
    const mine = await publish(neighbour, practice({ title: 'Eigenes' }));
    await publish(author, practice({ title: 'Nur für uns', visibility: { choice: 'COMPANY' } }));
    const theirs = await publish(author, practice({ title: 'Neues' }));
    const answer = await ask<{ total: number; nodes: { id: string }[] }>(neighbour, 'newFromOthers', { first: 1 });
    expect(answer).toMatchObject({ since: null, nodes: [{ id: theirs, title: 'Neues', company: { slug: 'stadtwerke' } }] });
    const all = await ask<{ total: number; nodes: { id: string; title: string }[] }>(neighbour, 'newFromOthers', { first: 100 });
    expect(all.nodes).toHaveLength(answer.total);
    expect(all.nodes.map(({ id }) => id)).not.toContain(mine);
    expect(all.nodes.map(({ title }) => title)).not.toContain('Nur für uns');
  });

  it('has pages of 1 to 100', async () => {
    for (const first of [0, -1, 101, null]) {
      expect(await ask(neighbour, 'newFromOthers', { first })).toMatchObject({ refused: 'BAD_REQUEST', status: 400 });
    }
  });
});

describe.each(['dueForMe', 'newFromOthers'] as const)('%s', (operation) => {
  it('needs a session', async () => {
    expect(await ask(hub.stranger, operation)).toMatchObject(notSignedIn);
  });

  it('is for employees', async () => {
    expect(await ask(guest, operation)).toMatchObject(notForYou);
  });
});

describe('visibilityPreview', () => {
  const preview = (client: Client, visibility: Record<string, unknown>, entryId?: string) =>
    ask(client, 'visibilityPreview', { visibility, entryId });

  it('says which companies a choice means and about how many people', async () => {
    const companies = [hub.companies.klinikum.id, hub.companies.wohnbau.id];
    expect(await preview(author, { choice: 'PRIVATE' })).toMatchObject({ headCount: 1, companies: [] });
    expect(await preview(author, { choice: 'DEPARTMENT' })).toMatchObject({ headCount: 40, department: { slug: 'licht' } });
    expect(await preview(author, { choice: 'COMPANY' })).toMatchObject({ headCount: 1_200, companies: [{ slug: 'stadtwerke' }] });
    expect(await preview(author, { choice: 'COMPANIES', companies })).toMatchObject({
      headCount: 4_300,
      companies: [{ slug: 'klinikum' }, { slug: 'stadtwerke' }, { slug: 'wohnbau' }],
    });
    expect(await preview(author, { choice: 'GROUP' })).toMatchObject({ headCount: 7_300 });
    expect(await preview(author, { choice: 'PUBLIC' })).toMatchObject({ headCount: null });
  });

  it('speaks for the company of the named entry, and for the own one when that entry is not theirs', async () => {
    const entryId = await createDraft(author, practice({ coAuthors: [neighbour.personId] }));
    expect(await preview(neighbour, { choice: 'COMPANY' }, entryId)).toMatchObject({ companies: [{ slug: 'stadtwerke' }] });
    expect(await preview(doctor, { choice: 'COMPANY' }, entryId)).toMatchObject({ companies: [{ slug: 'klinikum' }] });
    expect(await preview(neighbour, { choice: 'PRIVATE' }, entryId)).toMatchObject({ headCount: 2 });
  });

  it('takes what names no company for nobody', async () => {
    for (const companies of [['x'], [''], ['a\u0000'], Array.from({ length: 101 }, () => crypto.randomUUID())]) {
      expect(await preview(author, { choice: 'COMPANIES', companies })).toMatchObject({ choice: 'PRIVATE', headCount: 1 });
    }
    const unknown = { choice: 'COMPANIES', companies: [crypto.randomUUID(), author.personId] };
    expect(await preview(author, unknown, 'x')).toMatchObject({ headCount: 1_200, companies: [{ slug: 'stadtwerke' }] });
  });

  it('needs a session and a company', async () => {
    expect(await preview(hub.stranger, { choice: 'GROUP' })).toMatchObject(notSignedIn);
    expect(await preview(guest, { choice: 'GROUP' })).toMatchObject(notForYou);
  });
});
