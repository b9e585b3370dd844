// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/ask.js';
import type { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { employee, useHub } from '../support/hub.js';

const hub = useHub();
let neighbour: Client;
let guest: Client;

beforeAll(async () => {
  neighbour = await hub.signIn(employee('lea', 'wohnbau'));
  guest = await hub.signIn({ sub: 'gast' });
});

const report = (given: Record<string, unknown> = {}) => ({
  input: { id: crypto.randomUUID(), page: '/suche', message: 'Der Knopf hat keinen Namen.', replyTo: null, ...given },
});
const stored = (id: string) =>
  query(hub.database.superuser, 'select page, message, reply_to, audiences from barrier_report where id = $1', [id]);

describe('reportBarrier', () => {
  it('keeps a report of anybody, for the office', async () => {
    for (const client of [hub.stranger, guest, neighbour]) {
      const given = report({ replyTo: ' post@example.org ' });
      expect(await ask(client, 'reportBarrier', given)).toEqual({ __typename: 'BarrierReported', id: given.input.id });
      expect(await stored(given.input.id)).toEqual([
        { page: '/suche', message: 'Der Knopf hat keinen Namen.', reply_to: 'post@example.org', audiences: ['office'] },
      ]);
    }
  });

  it('is one report however often the form is sent, and the first text stays', async () => {
    const given = report();
    const again = { input: { ...given.input, message: 'Überschrieben' } };
    await ask(hub.stranger, 'reportBarrier', given);
    const answers = await Promise.all([neighbour, hub.stranger, guest].map((client) => ask(client, 'reportBarrier', again)));
    for (const answer of answers) expect(answer).toEqual({ __typename: 'BarrierReported', id: given.input.id });
    expect(await stored(given.input.id)).toMatchObject([{ message: 'Der Knopf hat keinen Namen.' }]);
  });

  it('says which field is wrong', async () => {
    const wrong: [Record<string, unknown>, unknown][] = [
      [{ id: 'x' }, { path: ['id'], code: 'unknown', limit: null }],
      [{ page: 'x'.repeat(501) }, { path: ['page'], code: 'too-long', limit: 500 }],
      [{ message: '' }, { path: ['message'], code: 'required', limit: null }],
      [{ message: ' \n\u0000 ' }, { path: ['message'], code: 'required', limit: null }],
      [{ message: 'x'.repeat(5_001) }, { path: ['message'], code: 'too-long', limit: 5_000 }],
      [{ replyTo: 'keine Adresse' }, { path: ['replyTo'], code: 'invalid', limit: null }],
      [{ replyTo: 'x@example.org\nbcc: y@example.org' }, { path: ['replyTo'], code: 'invalid', limit: null }],
    ];
    for (const [given, field] of wrong) {
      expect(await ask(hub.stranger, 'reportBarrier', report(given))).toEqual({ __typename: 'InvalidInput', fields: [field] });
    }
  });

  it('keeps markup as text', async () => {
    const given = report({ page: '/<script>', message: '<script>alert(1)</script>\u0000\ud800', replyTo: '' });
    await ask(hub.stranger, 'reportBarrier', given);
    expect(await stored(given.input.id)).toMatchObject([{ page: '/<script>', message: '<script>alert(1)</script>\ufffd', reply_to: null }]);
  });

  it('is read by nobody but the office, not even by who wrote it', async () => {
    await ask(neighbour, 'reportBarrier', report());
    const seenBy = async (...audiences: string[]) => {
      const session = `${hub.database.reader}?options=${encodeURIComponent(`-c app.audiences={${audiences.join(',')}}`)}`;
      return (await query(session, 'select 1 from barrier_report')).length;
    };
    expect(await seenBy('public', 'group', `person:${neighbour.personId}`, `company:${hub.companies.wohnbau.id}:admin`)).toBe(0);
    expect(await seenBy('office')).toBeGreaterThan(0);
  });
});
