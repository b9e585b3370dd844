// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Clock } from '#platform/time/clock.js';
import { ask, type Operation } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let neighbour: Client;
let newestFirst: string[];

interface Page {
  nodes: { id: string }[];
  endCursor: string | null;
  hasNextPage: boolean;
}

/** Thirty entries, ten at each of three moments, so that pages end between entries of the same moment. */
beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  neighbour = await hub.signIn(employee('lea', 'wohnbau', ['author']));
  const now = vi.spyOn(hub.app.get(Clock, { strict: false }), 'now');
  const moments: string[][] = [];
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-03']) {
    now.mockReturnValue(new Date(`${day}T08:00:00.123Z`));
    const topics = [day === '2026-03-02' ? 'verkehr' : 'energie'];
    moments.push(await Promise.all(Array.from({ length: 10 }, (_, index) => publish(author, practice({ title: `Nr. ${index}`, topics })))));
  }
  now.mockRestore();
  newestFirst = moments.toReversed().flatMap((ids) => ids.toSorted().reverse());
});

async function pages(first: number, filter: Record<string, unknown> = {}, between = async () => {}): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await ask<Page>(neighbour, 'entries', { filter, first, after });
    found.push(...page.nodes.map(({ id }) => id));
    after = page.hasNextPage ? page.endCursor : null;
    await between();
  } while (after);
  return found;
}

describe('pages of entries', () => {
  it.each([1, 7, 10, 29, 30, 31, 100])('of %i: every entry once, newest first', async (first) => {
    expect(await pages(first)).toEqual(newestFirst);
  });

  it('stay right while others publish and withdraw', async () => {
    const late: string[] = [];
    const found = await pages(7, {}, async () => {
      late.push(await publish(author, practice({ title: 'Dazwischen' })));
    });
    expect(found).toEqual(newestFirst);
    for (const entryId of late) await ask(author, 'withdraw', { entryId });
  });

  it('hold what the filter says', async () => {
    const verkehr = newestFirst.slice(10, 20);
    expect(await pages(3, { topic: 'verkehr' })).toEqual(verkehr);
    expect(await pages(30, { kind: 'PRACTICE', company: hub.companies.stadtwerke.id })).toEqual(newestFirst);
    expect(await pages(30, { company: hub.companies.wohnbau.id })).toEqual([]);
    expect(await pages(30, { mine: true })).toEqual([]);
    const mine = await publish(neighbour, practice({ visibility: { choice: 'PUBLIC' } }));
    expect(await pages(30, { mine: true })).toEqual([mine]);
    expect(await ask(hub.stranger, 'entries', { filter: { mine: true } })).toMatchObject({ nodes: [] });
    expect(await ask(hub.stranger, 'entries')).toMatchObject({ nodes: [{ id: mine }] });
    await ask(neighbour, 'withdraw', { entryId: mine });
  });

  it('are empty for a filter that names nothing, and say so for one that cannot be', async () => {
    const filters = [
      { company: 'x' },
      { company: crypto.randomUUID() },
      { company: author.personId },
      { topic: '__proto__' },
      { topic: '' },
    ];
    for (const filter of filters) expect(await pages(30, filter)).toEqual([]);
    for (const state of ['TRASHED', 'ARCHIVED']) expect(await pages(30, { state })).toEqual([]);
    expect(await ask(neighbour, 'entries', { filter: { topic: 'a\u0000b' } })).toMatchObject({ refused: 'BAD_REQUEST' });
    expect(await ask(neighbour, 'entries', { filter: { state: 'HIDDEN' } })).toMatchObject({ refused: 'BAD_USER_INPUT' });
  });
});

const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe.each<[Operation, Record<string, unknown>]>([
  ['entries', {}],
  ['company', { slug: 'stadtwerke' }],
])('a page of %s', (operation, variables) => {
  it.each([0, -1, 101, 2_147_483_647])('of %i is refused', async (first) => {
    expect(await ask(neighbour, operation, { ...variables, first })).toMatchObject({ refused: 'BAD_REQUEST', status: 400 });
  });

  it.each([
    ['no cursor at all', 'xyz'],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['too short', forged('2026-03-01T08:00:00.123Z')],
    ['too long', forged('2026-03-01T08:00:00.123Z', crypto.randomUUID(), 'x')],
    ['numbers', forged(1, 2)],
    ['nested', forged(['2026-03-01T08:00:00.123Z'], {})],
    ['prototype', forged({ __proto__: null }, '__proto__')],
    ['1 MB', 'A'.repeat(400_000)],
  ])('after %s is refused', async (_, after) => {
    expect(await ask(neighbour, operation, { ...variables, after })).toMatchObject({ refused: 'BAD_REQUEST', status: 400 });
  });

  it.each([
    ['another moment', forged("2026-03-01' or true --", crypto.randomUUID())],
    ['another id', forged('2026-03-01T08:00:00.123Z', 'x')],
    ['infinity', forged('infinity', crypto.randomUUID())],
    ['NUL', forged('a\u0000', crypto.randomUUID())],
    ['far away', forged('+275760-09-13T00:00:00.000Z', crypto.randomUUID())],
  ])('after %s holds nothing that is not for the viewer and is no fault of ours', async (_, after) => {
    const answer = await ask(neighbour, operation, { ...variables, after });
    expect(answer).not.toMatchObject({ refused: 'INTERNAL' });
  });
});
