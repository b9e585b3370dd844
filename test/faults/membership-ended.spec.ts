// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, missing } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let author: Client;

beforeAll(async () => {
  author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author'], 'licht'));
});

/** Past the use cases: an administrator elsewhere ends it while the person has a page open and a token that still holds. */
const set = (assignment: string, { personId }: Client) =>
  query(hub.database.superuser, `update ${assignment} where person_id = $1`, [personId]);

describe('between two clicks', () => {
  it('an ended membership takes away what it let one see and do, at once', async () => {
    const colleague = await hub.signIn(employee('tarek', 'stadtwerke', ['author']));
    const ids = await Promise.all(['COMPANY', 'GROUP', 'PUBLIC'].map((choice) => publish(author, practice({ visibility: { choice } }))));
    const own = await createDraft(colleague, practice());
    for (const id of ids) expect(await readEntry(colleague, id)).not.toBeNull();

    await set('membership set ended_at = now()', colleague);
    expect(await Promise.all(ids.map(async (id) => (await readEntry(colleague, id)) !== null))).toEqual([false, false, true]);
    expect(await ask(colleague, 'publish', { entryId: own, revision: 1 })).toMatchObject({ refused: 'FORBIDDEN' });
    expect(await ask(colleague, 'people', { text: 'mirjam' })).toMatchObject({ refused: 'FORBIDDEN' });
    expect(await ask(colleague, 'viewer')).toMatchObject({ memberships: [], actingFor: null });
    expect(await ask(colleague, 'company', { slug: 'stadtwerke' })).toMatchObject({ departments: [], people: { nodes: [] } });
  });

  it('one that ends later counts until then', async () => {
    const colleague = await hub.signIn(employee('ute', 'stadtwerke'));
    await set(`membership set ended_at = now() + interval '1 hour'`, colleague);
    expect(await ask(colleague, 'viewer')).toMatchObject({ memberships: [{ company: { slug: 'stadtwerke' } }] });
    await set(`membership set ended_at = now() - interval '1 second'`, colleague);
    expect(await ask(colleague, 'viewer')).toMatchObject({ memberships: [] });
  });

  it('another department is another sight', async () => {
    const colleague = await hub.signIn(employee('olga', 'stadtwerke', [], 'licht'));
    const entryId = await publish(author, practice({ visibility: { choice: 'DEPARTMENT' } }));
    expect(await readEntry(colleague, entryId)).not.toBeNull();
    await set('membership set department_id = null', colleague);
    expect(await readEntry(colleague, entryId)).toBeNull();
  });

  it('a role that is gone may no longer be used', async () => {
    const editor = await hub.signIn(employee('britta', 'stadtwerke', ['editor']));
    const entryId = await publish(author, practice());
    expect(await ask(editor, 'archive', { entryId })).toMatchObject({ __typename: 'Changed' });
    await query(hub.database.superuser, `delete from membership_role where role = 'editor' and person_id = $1`, [editor.personId]);
    expect(await ask(editor, 'restore', { entryId })).toMatchObject({ refused: 'FORBIDDEN' });
    expect(await ask(editor, 'revisions', { entryId })).toEqual([]);
    expect(await ask(editor, 'createDraft', { input: { entryId: crypto.randomUUID(), document: practice() } })).toMatchObject({
      refused: 'FORBIDDEN',
    });
  });

  it('a co-author who was taken out writes no more and sees no draft', async () => {
    const helper = await hub.signIn(employee('lea', 'wohnbau'));
    const entryId = await createDraft(author, practice({ coAuthors: [helper.personId] }));
    expect(await ask(helper, 'draft', { entryId })).not.toBeNull();
    await ask(author, 'saveRevision', { input: { entryId, base: 1, document: practice() } });
    expect(await ask(helper, 'draft', { entryId })).toBeNull();
    expect(await ask(helper, 'saveRevision', { input: { entryId, base: 2, document: practice({ title: 'x' }) } })).toMatchObject(missing);
    expect(await ask(helper, 'revision', { entryId, number: 1 })).toBeNull();
  });

  it('a locked person is told so by everything, until the lock is lifted', async () => {
    const locked = await hub.signIn(employee('gerd', 'stadtwerke', ['author']));
    await set('person_identity set locked_at = now()', locked);
    const refused = { refused: 'LOCKED', status: 401 };
    expect(await ask(locked, 'viewer')).toMatchObject(refused);
    expect(await ask(locked, 'topics')).toMatchObject(refused);
    expect(await ask(locked, 'createDraft', { input: { entryId: crypto.randomUUID(), document: practice() } })).toMatchObject(refused);
    expect(await ask(locked, 'reportBarrier', { input: { id: crypto.randomUUID(), page: '/', message: 'x' } })).toMatchObject(refused);
    await set('person_identity set locked_at = null', locked);
    expect(await ask(locked, 'viewer')).toMatchObject({ actingFor: { slug: 'stadtwerke' } });
  });
});
