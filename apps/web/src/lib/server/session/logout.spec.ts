// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { query, useDatabase } from '../../../../../../test/support/database.js';
import { PlainBrowser } from '../../../../../../test/support/plain-browser.js';
import type { Tokens } from '../oidc/provider.ts';
import { readConfiguration } from './configuration.ts';
import { runningSessions, stopSessions } from './running.ts';
import { Sessions } from './sessions.ts';
import { listen, listenAsWebApp, type WebApp } from '../../../../test/session-web-app.ts';

const database = useDatabase();
/** No company decided anything about these sessions. */
const usual = { provider: null, leaverWay: 'hub-only', signOutAtProvider: false, minutes: null } as const;
const event = 'http://schemas.openid.net/event/backchannel-logout';

let web: WebApp;
let realm: Server;
let issuer: string;
let key: CryptoKey;
let foreignKey: CryptoKey;
let realmAnswers = true;

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  key = pair.privateKey;
  foreignKey = (await generateKeyPair('RS256')).privateKey;
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'current', alg: 'RS256', use: 'sig' }] };
  realm = createServer((request, response) => {
    const discovery = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/certs` };
    const body = JSON.stringify(request.url?.endsWith('/certs') ? jwks : discovery);
    response.writeHead(realmAnswers ? 200 : 503, { 'content-type': 'application/json' }).end(body);
  });
  issuer = `${await listen(realm)}/realms/konzern-stadt`;
  web = await listenAsWebApp();
  const settings = {
    DATABASE_WEB_URL: database.web,
    SESSION_KEYS: randomBytes(32).toString('base64'),
    ORIGIN: web.origin,
    ISSUER_URL: issuer,
    API_URL: 'http://127.0.0.1:9',
    WEB_CLIENT_SECRET: 'only-for-this-test',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});

afterAll(async () => {
  await stopSessions();
  web.close();
  realm.close();
});

beforeEach(() => query(database.web, 'delete from web.session'));

const tokens = (subject: string, sid: string): Tokens => ({
  ...{ access: 'a', refresh: 'r', id: 'i', subject, sid },
  endsAt: new Date(Date.now() + 300_000).toISOString(),
});

const now = () => Math.floor(Date.now() / 1000);

type Claims = { [Name in keyof JWTPayload]?: JWTPayload[Name] | undefined };

/** A claim that is undefined is left out of the token. */
const payload = (changes: Claims = {}): JWTPayload => ({
  iss: issuer,
  aud: 'konzern-stadt-web',
  sub: 'lea',
  sid: 'lea-1',
  jti: randomUUID(),
  iat: now(),
  exp: now() + 120,
  events: { [event]: {} },
  ...(changes as JWTPayload),
});

const logoutToken = (claims = payload(), header: object = {}, by = key) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'current', typ: 'logout+jwt', ...header }).sign(by);

const send = (fields: Record<string, string>) => new PlainBrowser().post(new URL('/auth/back-channel-logout', web.origin), fields);
const sidsLeft = async () => (await query<{ sid: string }>(database.web, 'select sid from web.session order by sid')).map(({ sid }) => sid);

async function threeSessions(): Promise<void> {
  const { store } = runningSessions();
  for (const [subject, sid] of [
    ['lea', 'lea-1'],
    ['lea', 'lea-2'],
    ['mirjam', 'mirjam-1'],
  ] as const)
    await store.create(tokens(subject, sid), usual);
}

describe('back-channel logout', () => {
  it('ends the session that is named, and answers as the standard says', async () => {
    await threeSessions();
    const { status, headers } = await send({ logout_token: await logoutToken() });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(await sidsLeft()).toEqual(['lea-2', 'mirjam-1']);
  });

  it('ends all sessions of a person when no session is named', async () => {
    await threeSessions();
    expect((await send({ logout_token: await logoutToken(payload({ sid: undefined })) })).status).toBe(200);
    expect(await sidsLeft()).toEqual(['mirjam-1']);
  });

  it('ends nothing when session and person do not belong together', async () => {
    await threeSessions();
    expect((await send({ logout_token: await logoutToken(payload({ sub: 'mirjam' })) })).status).toBe(200);
    expect(await sidsLeft()).toHaveLength(3);
  });

  it('is obeyed once: a copy sent later does not end a newer session', async () => {
    const copy = await logoutToken(payload({ sid: undefined }));
    await send({ logout_token: copy });
    await threeSessions();
    expect((await send({ logout_token: copy })).status).toBe(400);
    expect(await sidsLeft()).toHaveLength(3);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['no token', () => 'logout'],
    ['an ID token by its header', () => logoutToken(payload(), { typ: 'JWT' })],
    ['an ID token by its nonce', () => logoutToken(payload({ nonce: 'n' }))],
    ['another issuer', () => logoutToken(payload({ iss: 'http://127.0.0.1:9/realms/other' }))],
    ['another client', () => logoutToken(payload({ aud: 'other' }))],
    ['no event', () => logoutToken(payload({ events: undefined }))],
    ['another event', () => logoutToken(payload({ events: { 'http://schemas.openid.net/event/other': {} } }))],
    ['an event that is no object', () => logoutToken(payload({ events: { [event]: true } }))],
    ['neither person nor session', () => logoutToken(payload({ sub: undefined, sid: undefined }))],
    ['no id', () => logoutToken(payload({ jti: undefined }))],
    ['no time', () => logoutToken(payload({ iat: undefined }))],
    ['no end', () => logoutToken(payload({ exp: undefined }))],
    ['an end that has passed', () => logoutToken(payload({ exp: now() - 60 }))],
    ['a token made too long ago', () => logoutToken(payload({ iat: now() - 400, exp: now() + 400 }))],
    ['a token from the future', () => logoutToken(payload({ iat: now() + 120, exp: now() + 240 }))],
    ['a foreign key', () => logoutToken(payload(), {}, foreignKey)],
    ['an unknown key', () => logoutToken(payload(), { kid: 'unknown' })],
    ['a symmetric signature', () => new SignJWT(payload()).setProtectedHeader({ alg: 'HS256', typ: 'logout+jwt' }).sign(randomBytes(32))],
    ['ten kilobytes', () => 'x'.repeat(10_000)],
  ])('refuses %s', async (_, make) => {
    await threeSessions();
    const { status, text } = await send({ logout_token: await make() });
    expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
    expect(await sidsLeft()).toHaveLength(3);
  });

  it('refuses a call without the token', async () => {
    expect((await send({})).status).toBe(400);
  });

  it('asks to be called again while the keys cannot be fetched', async () => {
    await stopSessions();
    realmAnswers = false;
    expect((await send({ logout_token: await logoutToken() })).status).toBe(503);
    realmAnswers = true;
    expect((await send({ logout_token: await logoutToken() })).status).toBe(200);
  });

  it('forgets a token that has ended by itself', async () => {
    await send({ logout_token: await logoutToken() });
    await query(database.web, 'update web.spent_logout_token set ends_at = now()');
    await runningSessions().store.sweep();
    expect(await query(database.web, 'select 1 from web.spent_logout_token')).toEqual([]);
  });
});

describe('the other processes', () => {
  const otherProcess = () => new Sessions(readConfiguration(process.env), () => Promise.resolve(usual));
  const listens = () =>
    query<{ pid: number }>(
      database.superuser,
      `select pid from pg_stat_activity where application_name = 'web session endings' and state = 'idle' and query like 'select%' and datname = current_database()`,
    );

  async function oneSession(): Promise<string> {
    const { store } = runningSessions();
    const cookie = await store.create(tokens('lea', 'lea-1'), usual);
    return (await store.findByCookie(cookie))?.id ?? '';
  }

  it('hear that a session has ended, and no other', async () => {
    const other = otherProcess();
    const [ended, stays] = [vi.fn(), vi.fn()];
    const id = await oneSession();
    const other2 = await runningSessions().store.create(tokens('mirjam', 'mirjam-1'), usual);
    const staying = await runningSessions().store.findByCookie(other2);
    other.endings.subscribe(id, ended);
    other.endings.subscribe(staying?.id ?? '', stays);
    await expect.poll(listens).not.toEqual([]);
    await send({ logout_token: await logoutToken() });
    await expect.poll(() => ended.mock.calls.length).toBe(1);
    expect(stays).not.toHaveBeenCalled();
    await other.close();
  });

  it('hear of a session that ended by itself', async () => {
    const other = otherProcess();
    const id = await oneSession();
    const ended = vi.fn();
    other.endings.subscribe(id, ended);
    await expect.poll(listens).not.toEqual([]);
    await query(database.web, `update web.session set last_seen_at = now() - interval '121 minutes'`);
    await runningSessions().store.sweep();
    await expect.poll(() => ended.mock.calls.length).toBe(1);
    await other.close();
  });

  it('hear of what ended while they did not listen', async () => {
    const other = otherProcess();
    const ended = vi.fn();
    const id = await oneSession();
    other.endings.subscribe(id, ended);
    await expect.poll(listens).not.toEqual([]);
    const [listener] = await listens();
    await query(database.superuser, 'delete from web.session');
    await query(database.superuser, 'select pg_terminate_backend($1)', [listener?.pid]);
    await expect.poll(() => ended.mock.calls.length, { timeout: 5_000 }).toBe(1);
    await other.close();
  });

  it('keep no connection open when nobody listens', async () => {
    const other = otherProcess();
    const stop = other.endings.subscribe(await oneSession(), () => undefined);
    await expect.poll(listens).not.toEqual([]);
    stop();
    await expect.poll(listens).toEqual([]);
    await other.close();
  });
});

describe('the table', () => {
  it.each(['reader', 'writer', 'worker'] as const)('is nothing to the %s', async (role) => {
    await expect(query(database[role], 'select 1 from web.session')).rejects.toThrow(/permission denied/);
  });

  it('is all the web app may use', async () => {
    const [granted] = await query<{ tables: string[] }>(
      database.superuser,
      `select array_agg(format('%s.%s', schemaname, tablename) order by 1) as tables from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')
          and has_table_privilege('hub_web', format('%I.%I', schemaname, tablename)::regclass, 'select, insert, update, delete')`,
    );
    expect(granted?.tables).toEqual(['web.session', 'web.spent_logout_token']);
  });
});
