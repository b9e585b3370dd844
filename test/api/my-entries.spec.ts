// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Clock } from '#platform/time/clock.js';
import { ask, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { createDraft, practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let helper: Client;
let editor: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
  helper = await hub.signIn(employee('lea', 'wohnbau', ['author']));
  editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
});

interface MyEntry {
  entryId: string;
  state: string;
  title: string;
  unreleased: boolean;
  deletedAt: string | null;
  savedAt: string;
}

interface Page {
  nodes: MyEntry[];
  endCursor: string | null;
  hasNextPage: boolean;
  counts: Record<string, number>;
}

const mine = (client: Client, filter: Record<string, unknown> = {}, page: object = {}) =>
  ask<Page>(client, 'myEntries', { filter, ...page });
const titles = async (client: Client, filter: Record<string, unknown>) => (await mine(client, filter)).nodes.map(({ title }) => title);
const save = (entryId: string, base: number, title: string, coAuthors: string[] = []) =>
  ask(author, 'saveRevision', { input: { entryId, base, document: practice({ title, coAuthors }) } });

const cursor = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('myEntries', () => {
  let published: string;
  let trashed: string;

  beforeAll(async () => {
    await createDraft(author, practice({ title: 'Entwurf', coAuthors: [helper.personId] }));
    published = await publish(author, practice({ title: 'Gezeigt' }));
    const archived = await publish(author, practice({ title: 'Abgelegt' }));
    await ask(author, 'archive', { entryId: archived });
    const newer = await publish(author, practice({ title: 'Alt' }));
    await ask(author, 'archive', { entryId: newer });
    await save(newer, 1, 'Abgelegt und neu');
    const withdrawn = await publish(author, practice({ title: 'Zurückgezogen' }));
    await ask(author, 'withdraw', { entryId: withdrawn });
    const rewritten = await publish(author, practice({ title: 'Erst' }));
    await save(rewritten, 1, 'Dann');
    trashed = await createDraft(author, practice({ title: 'Verworfen' }));
    await ask(author, 'discard', { entryId: trashed });
    await publish(author, practice({ title: 'Für uns', visibility: { choice: 'PRIVATE' } }));
  });

  it('are all entries the author writes, the last saved first, with the title as it was typed last', async () => {
    expect(await titles(author, {})).toEqual([
      'Für uns',
      'Verworfen',
      'Dann',
      'Zurückgezogen',
      'Abgelegt und neu',
      'Abgelegt',
      'Gezeigt',
      'Entwurf',
    ]);
    expect(await titles(helper, {})).toEqual(['Entwurf']);
  });

  it('are found by state, the bin too', async () => {
    expect(await titles(author, { states: ['DRAFT'] })).toEqual(['Zurückgezogen', 'Entwurf']);
    expect(await titles(author, { states: ['ARCHIVED'] })).toEqual(['Abgelegt und neu', 'Abgelegt']);
    expect(await titles(author, { states: ['PUBLISHED'] })).toEqual(['Für uns', 'Dann', 'Gezeigt']);
    expect(await titles(author, { states: [] })).toEqual([]);
  });

  it('being written: drafts, what was withdrawn, and newer text of published and archived entries', async () => {
    expect(await titles(author, { unreleased: true })).toEqual(['Dann', 'Zurückgezogen', 'Abgelegt und neu', 'Entwurf']);
    expect(await titles(author, { unreleased: false })).toEqual(['Für uns', 'Abgelegt', 'Gezeigt']);
  });

  it('are counted by state, whatever page is asked for', async () => {
    const { counts } = await mine(author, { states: ['DRAFT'] }, { first: 1 });
    expect(counts).toEqual({ all: 8, draft: 2, published: 3, archived: 2, trashed: 1, unreleased: 4 });
  });

  it('in the bin say when they are deleted for good, and come back from it', async () => {
    const [inBin] = (await mine(author, { states: ['TRASHED'] })).nodes;
    expect(inBin).toMatchObject({ entryId: trashed, title: 'Verworfen', unreleased: false, may: { restore: true, edit: false } });
    const days = (Date.parse(inBin?.deletedAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThanOrEqual(30);
    await ask(author, 'restore', { entryId: trashed });
    expect(await titles(author, { states: ['DRAFT'] })).toContain('Verworfen');
    expect((await mine(author)).nodes.find(({ entryId }) => entryId === trashed)?.deletedAt).toBeNull();
    await ask(author, 'discard', { entryId: trashed });
  });

  it('of the company are for its editors: what was ever released and is not private', async () => {
    expect(await titles(editor, {})).toEqual([]);
    expect(await titles(editor, { scope: 'COMPANY' })).toEqual(['Dann', 'Zurückgezogen', 'Abgelegt und neu', 'Abgelegt', 'Gezeigt']);
    expect(await titles(author, { scope: 'COMPANY' })).toEqual([]);
    expect(await titles(helper, { scope: 'COMPANY' })).toEqual([]);
    expect((await mine(editor, { scope: 'COMPANY' })).counts).toMatchObject({ all: 5, trashed: 0 });
  });

  it('are not listed for those who only read', async () => {
    const ids = (await mine(helper)).nodes.map(({ entryId }) => entryId);
    expect(ids).not.toContain(published);
  });

  it('need a session and a company', async () => {
    expect(await ask(hub.stranger, 'myEntries')).toMatchObject(notSignedIn);
    expect(await ask(await hub.signIn({ sub: 'gast' }), 'myEntries')).toMatchObject(notForYou);
  });

  it.each(['x', cursor(['2026-01-01', '1']), cursor([1, 2])])('refuse a cursor that is not theirs: %s', async (after) => {
    expect(await ask(author, 'myEntries', { after })).toMatchObject({ refused: 'BAD_REQUEST' });
  });

  it.each([0, -1, 101])('refuse a page of %i', async (first) => {
    expect(await ask(author, 'myEntries', { first })).toMatchObject({ refused: 'BAD_REQUEST' });
  });
});

describe('pages of myEntries', () => {
  let writer: Client;
  beforeAll(async () => {
    writer = await hub.signIn(employee('tarek', 'stadtwerke', ['author']));
    const now = vi.spyOn(hub.app.get(Clock, { strict: false }), 'now');
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) {
      now.mockReturnValue(new Date(`${day}T08:00:00.123Z`));
      await Promise.all(Array.from({ length: 20 }, (_, index) => createDraft(writer, practice({ title: `${day} ${index}` }))));
    }
    now.mockRestore();
  });

  it.each([1, 20, 21, 59, 60, 100])('of %i hold every entry once, also those saved at the same moment', async (first) => {
    const found: MyEntry[] = [];
    let after: string | null = null;
    do {
      const page: Page = await mine(writer, { states: ['DRAFT'] }, { first, after });
      found.push(...page.nodes);
      after = page.hasNextPage ? page.endCursor : null;
    } while (after);
    expect(new Set(found.map(({ entryId }) => entryId)).size).toBe(60);
    expect(found.map(({ savedAt }) => savedAt)).toEqual(
      found
        .map(({ savedAt }) => savedAt)
        .toSorted()
        .toReversed(),
    );
  });
});
