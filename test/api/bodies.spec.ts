// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { practice } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']));
});

describe('keys', () => {
  it('of the language itself are unknown fields, at every depth, and change nothing', async () => {
    const bodies = [
      '{"input":{"entryId":"x","document":{"__proto__":{"polluted":1}}}}',
      '{"input":{"__proto__":{"polluted":1},"entryId":"x"}}',
      '{"input":{"entryId":"x","document":{"content":{"__proto__":{"polluted":1}}}}}',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ];
    const mutation = 'mutation ($input: CreateDraftInput!) { createDraft(input: $input) { __typename } }';
    for (const body of bodies) {
      const { errors, status } = await author.post(`{"query":${JSON.stringify(mutation)},"variables":${body}}`);
      expect(status).toBe(400);
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('name exactly one kind', async () => {
    for (const content of [{}, { lesson: {} }, { practice: null }, { practice: { problem: 'x' } }]) {
      const document = { ...practice(), content };
      expect(await ask(author, 'createDraft', { input: { entryId: crypto.randomUUID(), document } })).toMatchObject({
        refused: 'BAD_USER_INPUT',
      });
    }
  });
});

describe('bodies', () => {
  const send = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(hub.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return { status: response.status, text: await response.text() };
  };

  it('that are no request are refused, and quote nothing', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '"geheim"',
      '[]',
      '[{"query":"{version}"},{"query":"{version}"}]',
      '{}',
      '{"query":1}',
      '['.repeat(200_000),
    ]) {
      const { status, text } = await send(body);
      expect(status).toBe(400);
      expect(text.length).toBeLessThan(300);
    }
  });

  it('that arrive compressed are not unpacked', async () => {
    const small = gzipSync(JSON.stringify({ query: '{ version }' }));
    expect(await send(small, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  it('of more than 1 MB are refused, whether or not they say so before', async () => {
    const large = JSON.stringify({ query: '{ version }', variables: { x: 'x'.repeat(1_100_000) } });
    expect(await send(large)).toMatchObject({ status: 413 });
    const unannounced = new Blob([large]).stream();
    const response = await fetch(hub.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: unannounced,
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    const title = 'x'.repeat(1_100_000);
    expect(await author.post({ query: 'query ($id: ID!) { entry(id: $id) { id } }', variables: { id: title } })).toMatchObject({
      status: 413,
    });
  });
});
