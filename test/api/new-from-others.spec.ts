// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Clock } from '#platform/time/clock.js';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { practice, publish, publishRevision, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
let chosen: Client;
let other: Client;

const monday = '2026-03-02T08:00:00.000Z';
const tuesday = '2026-03-03T08:00:00.000Z';
const wednesday = '2026-03-04T08:00:00.000Z';
const thursday = '2026-03-05T08:00:00.000Z';

async function at<Result>(moment: string, act: () => Promise<Result>): Promise<Result> {
  const now = vi.spyOn(hub.app.get(Clock, { strict: false }), 'now').mockReturnValue(new Date(moment));
  return act().finally(() => now.mockRestore());
}

const wohnbau = () => hub.companies.wohnbau.id;
const readers = { chosen: employee('lea', 'wohnbau'), other: employee('nuri', 'klinikum') };

/** They visited on Monday and on Wednesday, so what is new is new since Monday evening. */
beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
  for (const day of ['2026-03-02T17:00:00.000Z', wednesday]) {
    await at(day, async () => {
      chosen = await hub.signIn(readers.chosen);
      other = await hub.signIn(readers.other);
    });
  }
});

interface News {
  total: number;
  nodes: { id: string; publishedAt: string }[];
}

const newsOf = async (client: Client): Promise<string[]> => {
  const { total, nodes } = await ask<News>(client, 'newFromOthers', { first: 50 });
  expect(total).toBe(nodes.length);
  return nodes.map(({ id }) => id);
};
const choosing = (choice: string) => practice({ visibility: { choice, companies: choice === 'COMPANIES' ? [wohnbau()] : [] } });
const release = async (entryId: string, revision: number, choice: string) => {
  const document = { ...choosing(choice), title: `Fassung ${revision}` };
  await ask(author, 'saveRevision', { input: { entryId, base: revision - 1, document } });
  await publishRevision(author, entryId, revision);
};

describe('what is new from others', () => {
  it('is new since it can be read, not since somebody else could read it first', async () => {
    const entryId = await at(monday, () => publish(author, choosing('COMPANIES')));
    expect(await newsOf(chosen)).not.toContain(entryId);
    await at(tuesday, () => release(entryId, 2, 'GROUP'));
    expect(await newsOf(chosen)).not.toContain(entryId);
    expect(await newsOf(other)).toContain(entryId);
    expect(await ask(other, 'entry', { id: entryId })).toMatchObject({ title: 'Fassung 2' });
    expect(await readEntry(other, entryId)).toMatchObject({ publishedAt: monday });
  });

  it('is not what was merely written anew', async () => {
    const entryId = await at(monday, () => publish(author, choosing('GROUP')));
    await at(tuesday, () => release(entryId, 2, 'GROUP'));
    expect(await newsOf(other)).not.toContain(entryId);
  });

  it('is new again when it was gone in between', async () => {
    const entryId = await at(monday, () => publish(author, choosing('GROUP')));
    await at(tuesday, () => ask(author, 'withdraw', { entryId }));
    expect(await newsOf(other)).not.toContain(entryId);
    await at(thursday, () => ask(author, 'restore', { entryId }));
    expect((await newsOf(other))[0]).toBe(entryId);
    expect(await readEntry(other, entryId)).toMatchObject({ publishedAt: monday });
  });

  it('is not new again after the archive, nor after fewer could read it', async () => {
    const entryId = await at(monday, () => publish(author, choosing('PUBLIC')));
    await at(tuesday, () => ask(author, 'archive', { entryId }));
    await at(tuesday, () => ask(author, 'restore', { entryId }));
    expect(await newsOf(other)).not.toContain(entryId);
  });

  it('comes with what was shown last first', async () => {
    const first = await at(monday, () => publish(author, choosing('PRIVATE')));
    const second = await at(tuesday, () => publish(author, choosing('GROUP')));
    await at(wednesday, () => release(first, 2, 'PUBLIC'));
    const news = await newsOf(other);
    expect(news.indexOf(first)).toBeLessThan(news.indexOf(second));
  });

  it('is for somebody who was never here all there is', async () => {
    const fresh = await hub.signIn(employee('neu', 'klinikum'));
    expect(await newsOf(fresh)).toHaveLength(6);
  });
});
