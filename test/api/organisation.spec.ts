// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let neighbour: Client;
let office: Client;
let guest: Client;
const names = ['Änne Ötker', 'Anna Öztürk', 'Ben 2', 'Ben 10', 'Ömer ß', 'zoe', 'Zoë'];

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author', 'editor'], 'licht'));
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
  office = await hub.signIn({ ...employee('rolf', 'verwaltung'), realm_access: { roles: ['office', 'offline_access'] } });
  guest = await hub.signIn({ sub: 'gast', realm_access: { roles: ['office'] } });
  for (const name of names) await hub.signIn({ ...employee(name, 'klinikum'), name });
});

describe('viewer', () => {
  it('says who is there, where they belong and what they may do', async () => {
    expect(await ask(author, 'viewer')).toEqual({
      person: { id: author.personId, name: 'mirjam', mail: 'mirjam@stadtwerke.example' },
      memberships: [{ company: { slug: 'stadtwerke' }, department: { slug: 'licht' }, roles: ['AUTHOR', 'EDITOR', 'EMPLOYEE'] }],
      groupRoles: [],
      actingFor: { slug: 'stadtwerke' },
      mayContribute: expect.arrayContaining(['PRACTICE']),
      previousVisit: null,
    });
    expect(await ask(office, 'viewer')).toMatchObject({ groupRoles: ['OFFICE'], mayContribute: [] });
  });

  it('is nobody without a session, and a guest belongs nowhere', async () => {
    expect(await ask(hub.stranger, 'viewer')).toBeNull();
    expect(await ask(guest, 'viewer')).toMatchObject({ memberships: [], actingFor: null, mayContribute: [], person: { name: 'gast' } });
  });
});

describe('companies', () => {
  it('come with the administration first, then by name; strangers see neither departments nor people', async () => {
    const seen = await ask<{ slug: string; departments: unknown[]; people: { nodes: unknown[] } }[]>(neighbour, 'companies');
    expect(seen.map(({ slug }) => slug)).toEqual(['verwaltung', 'klinikum', 'stadtwerke', 'wohnbau']);
    expect(seen[2]).toMatchObject({ departments: [{ slug: 'licht' }, { slug: 'wasser' }], people: { nodes: [{ name: 'mirjam' }] } });
    for (const client of [hub.stranger, guest]) {
      const strange = await ask<typeof seen>(client, 'companies');
      expect(strange.map(({ slug }) => slug)).toEqual(seen.map(({ slug }) => slug));
      for (const company of strange) expect(company).toMatchObject({ departments: [], people: { nodes: [] } });
    }
  });

  it('count the entries the viewer sees', async () => {
    await publish(author, practice({ visibility: { choice: 'COMPANY' } }));
    await publish(author, practice({ visibility: { choice: 'PUBLIC' } }));
    const count = async (client: Client) => (await ask<{ entryCount: number }>(client, 'company', { slug: 'stadtwerke' })).entryCount;
    expect([await count(author), await count(neighbour), await count(hub.stranger)]).toEqual([2, 1, 1]);
  });

  it('are not found by what is no slug', async () => {
    for (const slug of ['', 'x', '__proto__', "' or true --", 'STADTWERKE', hub.companies.wohnbau.id, '\ud800', 'a'.repeat(400_000)]) {
      expect(await ask(neighbour, 'company', { slug })).toBeNull();
    }
    expect(await ask(neighbour, 'company', { slug: 'a\u0000b' })).toMatchObject({ refused: 'BAD_REQUEST', status: 400 });
  });

  it('list their people by name in pages, each once', async () => {
    interface Company {
      people: { nodes: { name: string }[]; endCursor: string; hasNextPage: boolean };
    }
    for (const first of [1, 2, 3, 7]) {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const { people }: Company = await ask<Company>(neighbour, 'company', { slug: 'klinikum', first, after });
        found.push(...people.nodes.map(({ name }) => name));
        after = people.hasNextPage ? people.endCursor : null;
      } while (after);
      expect(found).toEqual(['Anna Öztürk', 'Änne Ötker', 'Ben 2', 'Ben 10', 'Ömer ß', 'zoe', 'Zoë']);
    }
  });
});

describe('person', () => {
  it('is a card with what their company knows of them', async () => {
    expect(await ask(neighbour, 'person', { id: author.personId })).toEqual({
      id: author.personId,
      name: 'mirjam',
      mail: 'mirjam@stadtwerke.example',
      company: { slug: 'stadtwerke' },
      department: { slug: 'licht' },
    });
  });

  it('is nobody for an id that names none', async () => {
    for (const id of ['', 'x', '__proto__', 'a\u0000b', crypto.randomUUID(), hub.companies.wohnbau.id]) {
      expect(await ask(neighbour, 'person', { id })).toBeNull();
    }
  });

  it('needs a session and a company', async () => {
    expect(await ask(hub.stranger, 'person', { id: author.personId })).toMatchObject(notSignedIn);
    expect(await ask(guest, 'person', { id: author.personId })).toMatchObject(notForYou);
  });
});

describe('people', () => {
  const find = async (text: string) => (await ask<{ name: string }[]>(neighbour, 'people', { text })).map(({ name }) => name);

  it('are found by the beginning of a word of their name, at most ten', async () => {
    expect(await find('ben')).toEqual(['Ben 2', 'Ben 10']);
    expect(await find('ötk')).toEqual(['Änne Ötker']);
    expect(await find('tker')).toEqual([]);
    for (let index = 0; index < 12; index += 1) await hub.signIn({ ...employee(`viele-${index}`, 'wohnbau'), name: `Viele ${index}` });
    expect(await find('viele')).toHaveLength(10);
  });

  it('are not found by nothing, nor by what means something to the database', async () => {
    for (const text of ['', '   ', '%', '_', '\\', "' or true --", '\u0000', '\ud800', '<script>', 'x'.repeat(400_000)]) {
      expect(await find(text)).toEqual([]);
    }
  });

  it('leave guests out, and those who have left', async () => {
    const gone = await hub.signIn({ ...employee('Gerd Gegangen', 'wohnbau'), name: 'Gerd Gegangen' });
    expect(await find('gegangen')).toEqual(['Gerd Gegangen']);
    await hub.signIn({ sub: 'Gerd Gegangen', name: 'Gerd Gegangen' });
    expect(await find('gegangen')).toEqual([]);
    expect(await find('gast')).toEqual([]);
    expect(await ask(gone, 'people', { text: 'mirjam' })).toMatchObject(notForYou);
  });

  it('need a session and a company', async () => {
    expect(await ask(hub.stranger, 'people', { text: 'mirjam' })).toMatchObject(notSignedIn);
    expect(await ask(guest, 'people', { text: 'mirjam' })).toMatchObject(notForYou);
  });
});

describe('topics and version', () => {
  it('are for everybody', async () => {
    for (const client of [author, guest, hub.stranger]) {
      expect(await ask(client, 'topics')).toEqual(['energie', 'gebaeude', 'verkehr'].map((id) => ({ id, name: { de: id, en: id } })));
      expect(await ask(client, 'version')).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});
