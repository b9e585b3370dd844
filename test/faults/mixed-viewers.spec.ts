// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../support/client.js';
import { createDraft, practice, publish } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const reads = 3_000;
const atOnce = 24;
const hub = useHub({ DATABASE_READER_CONNECTIONS: '3' });

/** Who is there, what they see in a list, counted and alone. */
const page = `query ($drafted: ID!) { viewer { person { id mail } } hubCounts { entries } draft: entry(id: $drafted) { title }
  entries { nodes { id title } } company(slug: "wohnbau") { entryCount departments { slug } } }`;

interface Reader {
  client: Client;
  drafted: string;
  expected: string;
}

const readers: Reader[] = [];

beforeAll(async () => {
  const { stadtwerke, wohnbau, klinikum, verwaltung } = hub.companies;
  const authors = [];
  for (const slug of ['stadtwerke', 'wohnbau', 'klinikum'] as const)
    authors.push(await hub.signIn(employee(`a-${slug}`, slug, ['author'])));
  for (const author of authors) {
    for (const choice of ['PRIVATE', 'COMPANY', 'GROUP', 'PUBLIC'])
      await publish(author, practice({ title: choice, visibility: { choice } }));
    const companies = [stadtwerke.id, wohnbau.id, klinikum.id, verwaltung.id].slice(authors.indexOf(author));
    await publish(author, practice({ title: 'COMPANIES', visibility: { choice: 'COMPANIES', companies } }));
  }
  const others = [
    await hub.signIn({ ...employee('office', 'verwaltung'), realm_access: { roles: ['office'] } }),
    await hub.signIn({ sub: 'guest-1', name: 'guest-1' }),
    await hub.signIn({ sub: 'guest-2', name: 'guest-2' }),
    hub.stranger,
  ];
  for (const client of [...authors, ...others]) {
    const drafted = authors.includes(client) ? await createDraft(client, practice({ title: client.personId })) : crypto.randomUUID();
    readers.push({ client, drafted, expected: '' });
  }
  for (const reader of readers) reader.expected = JSON.stringify(await reader.client.request(page, { drafted: reader.drafted }));
});

describe(`${reads} reads of employees, guests, office and strangers over three connections`, () => {
  it('never show anybody what is for somebody else, whoever goes away and whatever fails between them', async () => {
    expect(new Set(readers.map(({ expected }) => expected)).size).toBe(readers.length);
    const seen = { right: 0, gone: 0, failed: 0 };
    let begun = 0;
    const work = async (): Promise<void> => {
      while (begun < reads) {
        const turn = begun++;
        const reader = readers[(turn * 7 + Math.floor(turn / 11)) % readers.length] as Reader;
        seen[await one(reader, turn)] += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    expect(seen.right + seen.gone + seen.failed).toBe(reads);
    expect(seen.right).toBeGreaterThan(reads / 2);
    expect(seen.failed).toBeGreaterThan(reads / 30);
    expect(seen.gone).toBeGreaterThan(0);
    for (const { client, drafted, expected } of readers) expect(JSON.stringify(await client.request(page, { drafted }))).toBe(expected);
  }, 300_000);
});

/** Every nineteenth fails in the database, every ninth reader goes away somewhere before the answer. */
async function one({ client, drafted, expected }: Reader, turn: number): Promise<'right' | 'gone' | 'failed'> {
  if (turn % 19 === 0) {
    const { status, data } = await client.send('query ($slug: String!) { company(slug: $slug) { slug } viewer { person { id } } }', {
      slug: 'a\u0000',
    });
    expect({ status, viewer: data?.['viewer'] ?? null }).toMatchObject({ status: 400, viewer: null });
    return 'failed';
  }
  if (turn % 9 === 0) return leave(client, drafted, turn % 5);
  const { status, data } = await client.send(page, { drafted });
  expect(status).toBe(200);
  expect(JSON.stringify(data)).toBe(expected);
  return 'right';
}

/** Goes away after so many turns of the event loop: before, while and after the statements run. */
async function leave(client: Client, drafted: string, turns: number): Promise<'gone'> {
  const controller = new AbortController();
  const headers = { 'content-type': 'application/json', ...(client.token && { authorization: `Bearer ${client.token}` }) };
  const body = JSON.stringify({ query: page, variables: { drafted } });
  const request = fetch(hub.url, { method: 'POST', headers, body, signal: controller.signal });
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  await request.then((response) => response.text()).catch(() => undefined);
  return 'gone';
}
