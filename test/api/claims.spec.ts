// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it, vi } from 'vitest';
import { Clock } from '#platform/time/clock.js';
import { ask, notSignedIn } from '../support/ask.js';
import { Client } from '../support/client.js';
import { query } from '../support/database.js';
import { practice, publish, readEntry } from '../support/entries.js';
import { employee, useHub } from '../support/hub.js';
import type { Identity } from '../support/realm.js';

const hub = useHub();

const viewer = async (client: Client) =>
  ask<{ memberships: { company: { slug: string }; department: { slug: string } | null; roles: string[] }[]; groupRoles: string[] }>(
    client,
    'viewer',
  );

/** Two companies in one token. */
const twofold = (sub: string): Identity => ({
  sub,
  name: sub,
  email: `${sub}@klinikum.example`,
  organization: { wohnbau: {}, klinikum: {} },
  company_roles: ['wohnbau:author', 'klinikum:editor'],
  department: ['klinikum:haustechnik'],
});

describe('signIn', () => {
  it('is the same person at every sign-in, also when two browsers sign in at the same moment', async () => {
    const identity = employee('mirjam', 'stadtwerke', ['author'], 'licht');
    const clients = await Promise.all(Array.from({ length: 6 }, () => hub.signIn(identity)));
    expect(new Set(clients.map(({ personId }) => personId)).size).toBe(1);
    const [{ count } = { count: 0 }] = await query<{ count: number }>(
      hub.database.superuser,
      'select count(*)::int from membership where person_id = $1',
      [clients[0]?.personId],
    );
    expect(count).toBe(1);
  });

  it('takes today’s roles and department from the claims', async () => {
    const client = await hub.signIn(employee('tarek', 'stadtwerke', ['author', 'trainer'], 'licht'));
    expect(await viewer(client)).toMatchObject({
      memberships: [{ department: { slug: 'licht' }, roles: ['AUTHOR', 'EMPLOYEE', 'TRAINER'] }],
    });
    await hub.signIn(employee('tarek', 'stadtwerke', ['author'], 'wasser'));
    expect(await viewer(client)).toMatchObject({ memberships: [{ department: { slug: 'wasser' }, roles: ['AUTHOR', 'EMPLOYEE'] }] });
    await hub.signIn(employee('tarek', 'stadtwerke'));
    expect(await viewer(client)).toMatchObject({ memberships: [{ department: null, roles: ['EMPLOYEE'] }] });
  });

  it('takes what a company’s provider says for that company alone, with or without its mark', async () => {
    const said = { company_roles: ['author', 'stadtwerke:trainer', 'klinikum:admin', 'KS-Autoren'], department: ['licht'] };
    const client = await hub.signIn({
      ...twofold('edda'),
      organization: { stadtwerke: {}, klinikum: {} },
      ...said,
      identity_provider: 'stadtwerke',
    });
    const { memberships } = await viewer(client);
    expect(memberships.toSorted((a, b) => a.company.slug.localeCompare(b.company.slug))).toMatchObject([
      { company: { slug: 'klinikum' }, department: null, roles: ['EMPLOYEE'] },
      { company: { slug: 'stadtwerke' }, department: { slug: 'licht' }, roles: ['AUTHOR', 'EMPLOYEE', 'TRAINER'] },
    ]);
  });

  it('ends what the claims no longer name, and takes it up again', async () => {
    const client = await hub.signIn(employee('lea', 'wohnbau', ['author']));
    const personId = client.personId;
    await hub.signIn(employee('lea', 'klinikum'));
    expect(await viewer(client)).toMatchObject({ memberships: [{ company: { slug: 'klinikum' }, roles: ['EMPLOYEE'] }] });
    await hub.signIn({ sub: 'lea' });
    expect(await viewer(client)).toMatchObject({ memberships: [] });
    const back = await hub.signIn(employee('lea', 'wohnbau'));
    expect(back.personId).toBe(personId);
    expect(await viewer(client)).toMatchObject({ memberships: [{ company: { slug: 'wohnbau' }, roles: ['EMPLOYEE'] }] });
  });

  it('gives and takes the roles of the group', async () => {
    const client = await hub.signIn({
      ...employee('rolf', 'verwaltung'),
      realm_access: { roles: ['office', 'auditor', 'office', 'admin'] },
    });
    expect(await viewer(client)).toMatchObject({ groupRoles: ['AUDITOR', 'OFFICE'] });
    await hub.signIn({ ...employee('rolf', 'verwaltung'), realm_access: { roles: ['auditor'] } });
    expect(await viewer(client)).toMatchObject({ groupRoles: ['AUDITOR'] });
  });

  it('passes over companies, departments and roles the hub does not know', async () => {
    const client = await hub.signIn({
      sub: 'fremd',
      organization: { wohnbau: {}, unbekannt: {}, __proto__: {}, "x' or true": {} },
      company_roles: ['wohnbau:king', 'unbekannt:author', 'klinikum:editor', 'wohnbau:', 'author', ':', 'wohnbau:author:editor'],
      department: ['wohnbau:licht', 'stadtwerke:licht', 'hausverwaltung'],
      realm_access: { roles: ['king', '__proto__'] },
    });
    expect(await viewer(client)).toMatchObject({
      memberships: [{ company: { slug: 'wohnbau' }, department: null, roles: ['EMPLOYEE'] }],
      groupRoles: [],
    });
  });

  it('reads with both companies of a token and writes for the chosen one', async () => {
    const client = await hub.signIn(twofold('beide'));
    expect((await viewer(client)).memberships.map(({ company }) => company.slug).toSorted()).toEqual(['klinikum', 'wohnbau']);
    const wohnbau = await hub.signIn(employee('w', 'wohnbau', ['author']));
    const klinikum = await hub.signIn(employee('k', 'klinikum', ['author']));
    const entries = await Promise.all([wohnbau, klinikum].map((one) => publish(one, practice({ visibility: { choice: 'COMPANY' } }))));
    for (const entryId of entries) expect(await readEntry(client, entryId)).not.toBeNull();

    for (const slug of ['wohnbau', 'klinikum'] as const) {
      client.actingFor = hub.companies[slug].id;
      expect(await ask(client, 'viewer')).toMatchObject({ actingFor: { slug }, mayContribute: expect.arrayContaining(['PRACTICE']) });
      const entryId = await publish(client, practice());
      expect(await readEntry(client, entryId)).toMatchObject({ company: { slug } });
    }
  });

  it('acts for no company one does not belong to', async () => {
    const client = await hub.signIn(employee('einer', 'wohnbau', ['author']));
    for (const company of [hub.companies.klinikum.id, crypto.randomUUID(), 'x', '__proto__']) {
      client.actingFor = company;
      expect(await ask(client, 'viewer')).toMatchObject({ actingFor: { slug: 'wohnbau' } });
    }
  });

  it('trusts a mail address of the company’s domain only', async () => {
    const mail = async (email: string) => {
      const client = await hub.signIn({ ...employee('post', 'wohnbau'), email });
      return (await ask<{ person: { mail: string | null } }>(client, 'viewer')).person.mail;
    };
    expect(await mail('post@wohnbau.example')).toBe('post@wohnbau.example');
    for (const foreign of [
      'post@klinikum.example',
      'post@wohnbau.example.evil',
      'wohnbau.example',
      '@wohnbau.example',
      'a@b@wohnbau.example',
      'x@',
    ]) {
      expect(await mail(foreign)).toBeNull();
    }
    const rows = await query(hub.database.superuser, `select value, verified from person_contact where value = 'x@'`);
    expect(rows).toEqual([{ value: 'x@', verified: false }]);
  });

  it.each([
    ['umlauts', 'Jürgen Groß-Çelik', 'Jürgen Groß-Çelik'],
    ['decomposed letters', 'Ju\u0308rgen', 'Jürgen'],
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['control characters and another direction', 'Eva\u0000\u0007\u202e Muster\r\n\tfrau', 'Eva Muster frau'],
    ['a lone surrogate', 'Eva \ud800', 'Eva \ufffd'],
    ['250 characters', 'x'.repeat(250), 'x'.repeat(200)],
    ['nothing but blanks', '   ', expect.stringContaining('name-')],
  ])('keeps a name with %s', async (what, name, kept) => {
    const client = await hub.signIn({ ...employee(`name-${what}`, 'wohnbau'), name });
    expect(await ask(client, 'viewer')).toMatchObject({ person: { name: kept } });
  });

  it('takes 500 groups, and refuses a token that is larger than any of the realm', async () => {
    const groups = (count: number) => Array.from({ length: count }, (_, index) => `g:${index}`);
    const client = await hub.signIn({
      ...employee('viele', 'wohnbau', ['author']),
      department: [...groups(499), 'wohnbau:hausverwaltung'],
    });
    expect(await viewer(client)).toMatchObject({
      memberships: [{ department: { slug: 'hausverwaltung' }, roles: ['AUTHOR', 'EMPLOYEE'] }],
    });
    for (const more of [{ department: groups(501) }, { name: 'x'.repeat(1_001) }]) {
      const token = await hub.realm.token({ ...employee('viele', 'wohnbau'), ...more });
      expect(await ask(new Client(hub.url, token), 'signIn')).toMatchObject(notSignedIn);
    }
  });

  it('keeps what it has room for of a name of 300 characters', async () => {
    const client = await hub.signIn({ ...employee('lang', 'wohnbau'), name: 'ä'.repeat(300) });
    expect(await ask(client, 'viewer')).toMatchObject({ person: { name: 'ä'.repeat(200) } });
  });

  it('remembers the visit before this one; a renewal within the day is none', async () => {
    const now = vi.spyOn(hub.app.get(Clock, { strict: false }), 'now');
    const visit = async (moment: string) => {
      now.mockReturnValue(new Date(moment));
      return ask<{ previousVisit: string | null }>(await hub.signIn(employee('wieder', 'wohnbau')), 'viewer');
    };
    expect(await visit('2026-03-02T08:00:00.000Z')).toMatchObject({ previousVisit: null });
    expect(await visit('2026-03-02T15:59:00.000Z')).toMatchObject({ previousVisit: null });
    expect(await visit('2026-03-03T08:00:00.000Z')).toMatchObject({ previousVisit: '2026-03-02T08:00:00.000Z' });
    now.mockRestore();
  });

  it('needs a session', async () => {
    expect(await ask(hub.stranger, 'signIn')).toMatchObject(notSignedIn);
  });

  it('tells a locked person that they are locked, and shows them nothing', async () => {
    const client = await hub.signIn(employee('gesperrt', 'wohnbau'));
    await query(hub.database.superuser, 'update person_identity set locked_at = now() where person_id = $1', [client.personId]);
    expect(await ask(client, 'signIn')).toEqual({ __typename: 'PersonLocked' });
    expect(await ask(client, 'companies')).toMatchObject({ refused: 'LOCKED', status: 401 });
  });

  it('before it a valid token reads like a stranger', async () => {
    const unknown = new Client(hub.url, await hub.realm.token(employee('neu', 'wohnbau', ['author'])));
    expect(await ask(unknown, 'viewer')).toBeNull();
    expect(await ask(unknown, 'myEntries')).toMatchObject({ refused: 'FORBIDDEN' });
  });
});
