// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const folder = mkdtempSync(join(tmpdir(), 'known-operations-'));
const file = join(folder, 'persisted-documents.json');
const known = {
  version: '{ version }',
  signIn: 'mutation { signIn { __typename } }',
  company: 'query ($slug: String!) { company(slug: $slug) { slug } }',
  topics: '{ topics { id } }',
};
writeFileSync(file, JSON.stringify(known));
afterAll(() => rmSync(folder, { recursive: true }));

const developerToken = randomBytes(24).toString('hex');
const production = { NODE_ENV: 'production', PERSISTED_DOCUMENTS: file, DEVELOPER_TOKEN: developerToken };

const hub = useHub(production);
let person: Client;

beforeAll(async () => {
  person = new Client(hub.url, await hub.realm.token(employee('mirjam', 'stadtwerke', ['author'])));
  await person.post({ id: 'signIn' });
});

/** As a developer, who may send documents of their own. */
const develop = (document: string, variables: Record<string, unknown> = {}) =>
  person.post({ query: document, variables }, { 'developer-token': developerToken });

describe('in production', () => {
  it('operations that were known at the build are answered by their id', async () => {
    expect(await person.post({ id: 'company', variables: { slug: 'wohnbau' } })).toMatchObject({
      status: 200,
      data: { company: { slug: 'wohnbau' } },
    });
    expect(await person.post({ id: 'version', query: '{ topics { id } }' })).toMatchObject({ data: { version: expect.any(String) } });
  });

  it.each([
    ['a document', { query: '{ version }' }],
    ['an unknown id', { id: 'unknown' }],
    ['names of the language', { id: '__proto__' }],
    ['an id that is no text', { id: ['version'] }],
    ['nothing', {}],
    ['a batch', [{ id: 'version' }, { id: 'version' }]],
    ['a persisted query of its own', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }],
  ])('%s is refused', async (_, body) => {
    expect(await person.post(body)).toMatchObject({ status: 400, data: null, errors: [{ extensions: { code: 'UNKNOWN_OPERATION' } }] });
  });

  it('a developer token lets documents in, and only the right one', async () => {
    expect(await develop('{ version }')).toMatchObject({ status: 200, data: { version: expect.any(String) } });
    for (const wrong of ['', 'x', developerToken.slice(1), `${developerToken}x`, developerToken.toUpperCase()]) {
      expect(await person.post({ query: '{ version }' }, { 'developer-token': wrong })).toMatchObject({ status: 400, data: null });
    }
  });

  it('nobody learns the schema, not even with a developer token', async () => {
    for (const document of ['{ __schema { types { name } } }', '{ __type(name: "Person") { fields { name } } }']) {
      expect(await develop(document)).toMatchObject({
        status: 400,
        data: null,
        errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
      });
    }
  });

  it('nothing is suggested', async () => {
    const wrong = [
      develop('{ versio }'),
      develop('{ topics { idd } }'),
      develop('{ company(slugg: "x") { slug } }'),
      develop('{ entries(filter: { stat: DRAFT }) { endCursor } }'),
      develop('{ entries(filter: { state: DRAF }) { endCursor } }'),
      develop('query ($filter: EntryFilter) { entries(filter: $filter) { endCursor } }', { filter: { stat: 'DRAFT' } }),
      develop('query ($filter: EntryFilter) { entries(filter: $filter) { endCursor } }', { filter: { state: 'DRAF' } }),
      develop('{ topics { ... on Topi { id } } }'),
    ];
    for (const { status, errors } of await Promise.all(wrong)) {
      expect(status).toBe(400);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
  });

  it('documents are bounded in depth, aliases, tokens, directives and cost', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'slug' : `people { nodes { company { ${nested(depth - 1)} } } }`);
    const every = 'id slug kind name { de en } description { de en } headCount departments { id name { de en } } ';
    const tooMuch = {
      depth: `{ companies { ${nested(4)} } }`,
      aliases: `{ ${Array.from({ length: 16 }, (_, index) => `a${index}: version`).join(' ')} }`,
      tokens: `{ ${'version '.repeat(3_001)} }`,
      directives: `{ version ${'@include(if: true) '.repeat(21)} }`,
      cost: `{ companies { people { nodes { company { people { nodes { company { ${every.repeat(110)} } } } } } } } }`,
    };
    for (const [what, document] of Object.entries(tooMuch)) {
      const { status, data, errors } = await develop(document);
      expect({ what, status, data }).toEqual({ what, status: 400, data: null });
      expect(errors[0]?.extensions.code).toMatch(/^GRAPHQL_(VALIDATION|PARSE)_FAILED$/);
    }
    expect(await develop(`{ companies { ${nested(3)} } }`)).toMatchObject({ status: 200 });
  });

  it('a mutation document has one root field, however it is written', async () => {
    const one = 'archive(entryId: "x") { __typename }';
    for (const document of [
      `mutation { a: ${one} b: ${one} }`,
      `mutation { ...two } fragment two on Mutation { a: ${one} b: ${one} }`,
      `mutation { ... on Mutation { a: ${one} b: ${one} } }`,
    ]) {
      expect(await develop(document)).toMatchObject({
        status: 400,
        data: null,
        errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
      });
    }
  });

  it('a fault of ours gives an id and says nothing of what happened', async () => {
    const printed = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    await query(hub.database.superuser, 'alter table topic rename column name_de to gone');
    const { errors, data, status } = await person.post<{ topics: unknown }>({ id: 'topics' });
    await query(hub.database.superuser, 'alter table topic rename column gone to name_de');
    expect({ data, status }).toEqual({ data: null, status: 500 });
    expect(errors).toEqual([
      { message: 'Something went wrong.', extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
    ]);
    expect(printed.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join('')).not.toContain('name_de');
    for (const spy of printed) spy.mockRestore();
  });

  it('only JSON that a browser asks leave for is a request', async () => {
    const get = await fetch(`${hub.url}?query=${encodeURIComponent('{ version }')}`);
    expect(get.status).toBe(405);
    expect(get.headers.get('allow')).toBe('POST');
    const persisted = await fetch(`${hub.url}?id=version`);
    expect(persisted.status).toBe(405);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/jsonx']) {
      const response = await fetch(hub.url, { method: 'POST', headers: { 'content-type': type }, body: '{"id":"version"}' });
      expect(response.status).toBe(415);
    }
    expect(get.headers.get('x-powered-by')).toBeNull();
    expect(get.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('a body larger than 1 MB is refused before anybody looks at it', async () => {
    expect(await person.post({ id: 'company', variables: { slug: 'x'.repeat(1_100_000) } })).toMatchObject({ status: 413, data: null });
  });
});

describe('a token', () => {
  const ask = (headers: Record<string, string>) =>
    fetch(hub.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"id":"version"}' });

  it('that does not hold is refused, even for what everybody may ask', async () => {
    const identity = employee('mirjam', 'stadtwerke');
    const now = Math.floor(Date.now() / 1_000);
    const tokens = [
      'x',
      'a.b.c',
      await hub.realm.token(identity, { exp: now - 60 }),
      await hub.realm.token(identity, { aud: 'account' }),
      await hub.realm.token(identity, { azp: 'another-client' }),
      await hub.realm.token(identity, { iss: 'https://elsewhere.example/realms/konzern-stadt' }),
      await hub.realm.token(identity, { typ: 'ID' }),
      `${(await hub.realm.token(identity)).slice(0, -8)}AAAAAAAA`,
    ];
    for (const token of tokens) {
      const response = await ask({ authorization: `Bearer ${token}` });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    for (const authorization of ['Basic eDp4', 'Bearer', 'Bearer a b']) expect((await ask({ authorization })).status).toBe(401);
  });
});

describe('while the realm cannot be asked for its keys', () => {
  const issuer = 'http://127.0.0.1:9/realms/konzern-stadt';
  const alone = useHub({ ...production, ISSUER_URL: issuer });

  it('a token is answered with 503 and when to come again; strangers are served', async () => {
    const token = await alone.realm.token(employee('mirjam', 'stadtwerke'), { iss: issuer });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(alone.url, { method: 'POST', headers, body: '{"id":"version"}' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(await alone.stranger.post({ id: 'version' })).toMatchObject({ status: 200 });
  });
});
