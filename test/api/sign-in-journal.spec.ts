// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, notForYou, notSignedIn } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();

interface Journal {
  days: { day: string; signedIn: number; failed: number }[];
  hints: { hint: string; count: number }[];
  records: { at: string; failure: string | null; hints: string[]; person: { name: string } | null }[];
}

let admin: Client;
let companyId: string;
beforeAll(async () => {
  companyId = hub.companies.wohnbau.id;
  admin = await hub.signIn(employee('admin', 'wohnbau', ['admin'], 'hausverwaltung'));
});

const journal = (client = admin) => ask<Journal>(client, 'signInJournal', { companyId });
const report = (company: string, failure = 'REFUSED_BY_COMPANY') => ask(hub.stranger, 'reportSignInFailure', { company, failure });

describe('signInJournal', () => {
  it('counts who came in, and says what their provider does not send', async () => {
    expect(await journal()).toMatchObject({ days: [{ signedIn: 1, failed: 0 }], hints: [], records: [] });
    await hub.signIn({ ...employee('nora', 'wohnbau'), email: 'nora@klinikum.example' });
    await hub.signIn(employee('olga', 'wohnbau', ['author'], 'nirgendwo'));
    expect(await journal()).toMatchObject({
      days: [{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), signedIn: 3, failed: 0 }],
      hints: [
        { hint: 'FOREIGN_MAIL', count: 1 },
        { hint: 'NO_DEPARTMENT', count: 1 },
        { hint: 'NO_ROLES', count: 1 },
        { hint: 'UNKNOWN_DEPARTMENT', count: 1 },
      ],
      records: [
        { failure: null, hints: ['UNKNOWN_DEPARTMENT'], person: { name: 'olga' } },
        { failure: null, hints: ['NO_DEPARTMENT', 'NO_ROLES', 'FOREIGN_MAIL'], person: { name: 'nora' } },
      ],
    });
  });

  it('holds no renewal of a session', async () => {
    const [before] = (await journal()).days;
    await admin.send('mutation { signIn(renewal: true) { __typename } }');
    expect((await journal()).days[0]).toEqual(before);
  });

  it('holds what failed, of one company at most sixty a minute, and nothing of a company that does not exist', async () => {
    expect(await report('wohnbau')).toBe(true);
    expect(await report('nirgendwo')).toBe(true);
    expect((await journal()).records[0]).toMatchObject({ failure: 'REFUSED_BY_COMPANY', person: null });
    await Promise.all(Array.from({ length: 80 }, () => report('wohnbau', 'ATTEMPT_LOST')));
    const { days } = await journal();
    expect(days[0]?.failed).toBeGreaterThanOrEqual(60);
    expect(days[0]?.failed).toBeLessThan(80);
  });

  it('loses its names after seven days and everything after ninety', async () => {
    await query(hub.database.superuser, `update sign_in_record set at = at - interval '8 days'`);
    expect((await journal()).records.every(({ person }) => person === null)).toBe(true);
    const forget = (moment: string) => query(hub.database.worker, `select access.forget_sign_ins(${moment}) as gone`);
    expect(await forget('now()')).toEqual([{ gone: 3 }]);
    expect(await forget('now()')).toEqual([{ gone: 0 }]);
    await forget(`now() + interval '83 days'`);
    expect(await query(hub.database.superuser, 'select 1 from sign_in_record')).toEqual([]);
  });

  it('is for the company’s admins alone, as if there were no such company', async () => {
    const foreignAdmin = await hub.signIn(employee('fremd', 'klinikum', ['admin']));
    const author = await hub.signIn(employee('autor', 'wohnbau', ['author', 'editor']));
    for (const client of [foreignAdmin, author]) expect(await journal(client)).toBeNull();
    expect(await ask(admin, 'signInJournal', { companyId: 'no-id' })).toBeNull();
    expect(await journal(hub.stranger)).toMatchObject(notSignedIn);
    expect(await journal(await hub.signIn({ sub: 'gast' }))).toMatchObject(notForYou);
  });
});
