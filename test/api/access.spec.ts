// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { callsOf, type Generators } from '../leaks/arguments.js';
import { documentsOf, send } from '../leaks/asking.js';
import { generatorsFor, randomId } from '../leaks/generators.js';
import { mutationFields, queryFields } from '../leaks/schema-walk.js';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;
beforeAll(async () => void (author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'))));

describe('somebody the hub has locked', () => {
  let locked: Client;
  let generators: Generators;
  const lock = (at: string) =>
    query(hub.database.superuser, `update person_identity set locked_at = ${at} where person_id = $1`, [locked.personId]);

  beforeAll(async () => {
    locked = await hub.signIn(employee('locked', 'stadtwerke', ['editor'], 'licht'));
    generators = generatorsFor({ hub, people: { coAuthor: author } as never, entries: [] });
  });

  const roots = [
    ...queryFields.map((field) => ['query', field.name, field] as const),
    ...mutationFields.map((field) => ['mutation', field.name, field] as const),
  ];

  // What the version is depends on nobody, and these two are asked by servers, whoever's session they carry; signing in says in its result
  // why it cannot be.
  const elsewhere = ['version', 'offboard', 'reportSignInFailure', 'signIn'];
  it.each(roots.filter(([, name]) => !elsewhere.includes(name)))('gets 401 LOCKED from the %s %s', async (operation, _, field) => {
    await lock('now()');
    const [call] = callsOf(operation === 'query' ? 'Query' : 'Mutation', field, generators);
    const variables = JSON.parse(JSON.stringify(call?.variables).replaceAll(randomId, crypto.randomUUID())) as object;
    const { status, text } = await send(hub.url, locked, documentsOf(operation, field)[0]!, variables);
    expect({
      status,
      codes: (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors.map(({ extensions }) => extensions.code),
    }).toEqual({
      status: 401,
      codes: ['LOCKED'],
    });
  });

  it('is told so when signing in, and stays locked', async () => {
    await lock('now()');
    expect(await ask(locked, 'signIn')).toEqual({ __typename: 'PersonLocked' });
    expect(await ask(locked, 'hubCounts')).toMatchObject({ refused: 'LOCKED' });
  });

  it('is let in again with the next request after the lock is lifted', async () => {
    await lock('now()');
    expect(await ask(locked, 'hubCounts')).toMatchObject({ refused: 'LOCKED' });
    await lock('null');
    expect(await ask(locked, 'hubCounts')).toMatchObject({ companies: 4 });
  });
});

describe('a right that is withdrawn between two requests', () => {
  let ofTheCompany: string;
  let ofTheDepartment: string;
  let ofTheGroup: string;
  beforeAll(async () => {
    ofTheCompany = await publish(author, practice({ visibility: { choice: 'COMPANY' } }));
    ofTheDepartment = await publish(author, practice({ visibility: { choice: 'DEPARTMENT' } }));
    ofTheGroup = await publish(author, practice({ visibility: { choice: 'GROUP' } }));
  });

  it('is gone with the membership, for the same token', async () => {
    const client = await hub.signIn(employee('ida', 'stadtwerke', [], 'licht'));
    for (const id of [ofTheCompany, ofTheDepartment, ofTheGroup]) expect(await readEntry(client, id)).not.toBeNull();
    await query(hub.database.superuser, 'update membership set ended_at = now() where person_id = $1', [client.personId]);
    for (const id of [ofTheCompany, ofTheDepartment, ofTheGroup]) expect(await readEntry(client, id)).toBeNull();
    expect(await ask(client, 'hubCounts')).toEqual({ entries: 0, companies: 4 });
    expect(await ask(client, 'addReuse', { entryId: ofTheGroup })).toMatchObject({ refused: 'FORBIDDEN', status: 403 });
  });

  it('ends at its minute, and not before', async () => {
    const client = await hub.signIn(employee('jo', 'stadtwerke', [], 'licht'));
    const end = (at: string) =>
      query(hub.database.superuser, `update membership set ended_at = ${at} where person_id = $1`, [client.personId]);
    await end(`now() + interval '1 minute'`);
    expect(await readEntry(client, ofTheCompany)).not.toBeNull();
    await end(`now() - interval '1 millisecond'`);
    expect(await readEntry(client, ofTheCompany)).toBeNull();
  });

  it('is gone with the department or the role that the realm no longer names', async () => {
    const before = await hub.signIn(employee('kim', 'stadtwerke', ['editor'], 'licht'));
    expect(await readEntry(before, ofTheDepartment)).not.toBeNull();
    expect(await ask(before, 'draft', { entryId: ofTheGroup })).toMatchObject({ may: { edit: true } });
    await hub.signIn(employee('kim', 'stadtwerke', [], 'wasser'));
    expect(await readEntry(before, ofTheDepartment)).toBeNull();
    expect(await ask(before, 'draft', { entryId: ofTheGroup })).toBeNull();
    expect(await ask(before, 'archive', { entryId: ofTheGroup })).toMatchObject({ refused: 'FORBIDDEN' });
  });

  it('is gone for writing, too, when it ends while the mutation waits', async () => {
    const client = await hub.signIn(employee('lou', 'stadtwerke', ['editor'], 'licht'));
    expect(await ask(client, 'draft', { entryId: ofTheGroup })).not.toBeNull();
    await query(hub.database.superuser, `delete from membership_role where person_id = $1 and role = 'editor'`, [client.personId]);
    expect(await ask(client, 'withdraw', { entryId: ofTheGroup })).toMatchObject({ refused: 'FORBIDDEN' });
    expect(await readEntry(author, ofTheGroup)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('is gone for authors too when they leave all companies: what they wrote is the company’s', async () => {
    const leaving = await hub.signIn(employee('nele', 'stadtwerke', ['author'], 'licht'));
    const own = await publish(leaving, practice({ visibility: { choice: 'PRIVATE' } }));
    await hub.signIn({ sub: 'nele', organization: {} });
    expect(await readEntry(leaving, own)).toBeNull();
    expect(await ask(leaving, 'withdraw', { entryId: own })).toMatchObject({ refused: 'FORBIDDEN' });
  });
});

describe('a document', () => {
  const change = (entryId: string) => `archive(entryId: "${entryId}") { __typename }`;

  it('changes one thing: two mutations are refused and neither happens', async () => {
    const entryId = await publish(author, practice());
    const document = `mutation { one: ${change(entryId)} two: ${change(crypto.randomUUID())} }`;
    expect(await author.send(document)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    const spread = `mutation { ...both } fragment both on Mutation { ${change(entryId)} }`;
    expect(await author.send(spread)).toMatchObject({ status: 400 });
    expect(await readEntry(author, entryId)).toMatchObject({ state: 'PUBLISHED' });
  });
});
