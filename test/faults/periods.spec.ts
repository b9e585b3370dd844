// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { Bin } from '#entries/bin.service.js';
import { Forgetting } from '#organisation/forgetting.service.js';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { createDraft, practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';
import { asWorker } from '../support/worker.js';

const hub = useHub();
let author: Client;

beforeAll(async () => void (author = await hub.signIn(employee('mirjam', 'stadtwerke', ['author']))));

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const emptyBin = (now: Date) => asWorker(hub.database, Bin, (bin) => bin.empty(), now);
const forget = (now: Date) => asWorker(hub.database, Forgetting, (forgetting) => forgetting.run(), now);
const rows = (sql: string, values: unknown[]) => query(hub.database.superuser, sql, values);

describe('the bin', () => {
  it('is emptied of what lies in it for thirty days, with everything that hangs on it', async () => {
    const entryId = await createDraft(author, practice({ title: 'Weg damit' }));
    await ask(author, 'discard', { entryId });
    expect(await emptyBin(inDays(29.9))).toBe(0);
    expect(await readEntry(author, entryId)).toMatchObject({ state: 'TRASHED' });
    expect(await emptyBin(inDays(30.1))).toBe(1);
    expect(await emptyBin(inDays(30.1))).toBe(0);
    expect(await readEntry(author, entryId)).toBeNull();
    for (const table of ['revision', 'event', 'entry_author']) {
      expect(await rows(`select 1 from ${table} where entry_id = $1`, [entryId])).toEqual([]);
    }
  });

  it('begins anew for what was brought back and discarded again, and takes nothing else', async () => {
    const again = await createDraft(author, practice());
    for (const change of ['discard', 'restore', 'discard'] as const) await ask(author, change, { entryId: again });
    await rows(`update entry set created_at = now() - interval '90 days' where id = $1`, [again]);
    const others = [await createDraft(author, practice()), await publish(author, practice())];
    await ask(author, 'archive', { entryId: others[1] });
    expect(await emptyBin(inDays(29))).toBe(0);
    expect(await emptyBin(inDays(31))).toBe(1);
    for (const id of others) expect(await readEntry(author, id)).not.toBeNull();
  });
});

describe('somebody who has left', () => {
  const known = async ({ personId }: Client) => ({
    contact: (await rows('select 1 from person_contact where person_id = $1', [personId])).length,
    profile: (await rows('select 1 from person_profile where person_id = $1', [personId])).length,
    visit: (await rows('select 1 from person_visit where person_id = $1', [personId])).length,
    claims: (await rows('select 1 from membership_claim where person_id = $1', [personId])).length,
    name: (await rows('select 1 from person where id = $1', [personId])).length,
  });
  const leaver = async (sub: string) => {
    const client = await hub.signIn(employee(sub, 'stadtwerke', ['author'], 'licht'));
    await rows(`insert into person_profile (person_id, job_title) values ($1, 'Leitung')`, [client.personId]);
    return client;
  };
  const leave = ({ personId }: Client) => rows('update membership set ended_at = now() where person_id = $1', [personId]);

  it('is reached nowhere any more after thirty days, and still named in what they wrote', async () => {
    const client = await leaver('wanda');
    const entryId = await publish(client, practice());
    await leave(client);
    await forget(inDays(29));
    expect(await known(client)).toEqual({ contact: 1, profile: 1, visit: 1, claims: 0, name: 1 });
    await forget(inDays(31));
    await forget(inDays(31));
    expect(await known(client)).toEqual({ contact: 0, profile: 0, visit: 0, claims: 0, name: 1 });
    await forget(inDays(2_000));
    expect(await readEntry(author, entryId)).toMatchObject({ authors: [{ name: 'wanda' }] });
  });

  it('is forgotten after a year when they left nothing here', async () => {
    const client = await leaver('ida');
    await leave(client);
    await forget(inDays(364));
    expect(await known(client)).toMatchObject({ name: 1 });
    await forget(inDays(366));
    expect(await known(client)).toMatchObject({ name: 0 });
    expect(await rows('select 1 from person_identity where person_id = $1', [client.personId])).toEqual([]);
  });

  it('has nothing taken who is still of another company, came back, or is an invited guest', async () => {
    const two = await hub.signIn({ ...employee('jo', 'stadtwerke'), organization: { stadtwerke: {}, klinikum: {} } });
    await rows('update membership set ended_at = now() where person_id = $1 and company_id = $2', [
      two.personId,
      hub.companies.stadtwerke.id,
    ]);
    const back = await leaver('kim');
    await leave(back);
    await hub.signIn(employee('kim', 'stadtwerke'));
    const guest = await hub.signIn({ sub: 'gast', email: 'gast@anderswo.example' });
    await forget(inDays(100));
    for (const client of [two, back, guest]) expect(await known(client)).toMatchObject({ contact: 1, visit: 1, name: 1 });
  });

  it('a guest who never came again is forgotten after a year, one who came is not', async () => {
    const [gone, there] = [await hub.signIn({ sub: 'einmal' }), await hub.signIn({ sub: 'immer wieder' })];
    await rows(`update person_visit set latest_at = now() + interval '300 days' where person_id = $1`, [there.personId]);
    await forget(inDays(366));
    expect(await known(gone)).toMatchObject({ name: 0 });
    expect(await known(there)).toMatchObject({ name: 1 });
    expect(await known(author)).toMatchObject({ name: 1 });
  });
});
