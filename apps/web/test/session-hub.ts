// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { readPeople } from '../../sign-in/people.js';
import { createSignIn, type SignIn } from '../../sign-in/sign-in.js';
import { query, useDatabase, type TestDatabase, type TestServer } from '../../../test/support/database.js';
import { PlainBrowser } from '../../../test/support/plain-browser.js';
import { announceTo, type SessionRule } from '../src/lib/server/session/announce.ts';
import { readConfiguration } from '../src/lib/server/session/configuration.ts';
import { runningSessions, stopSessions } from '../src/lib/server/session/running.ts';
import { Sessions } from '../src/lib/server/session/sessions.ts';
import { listen, listenAsWebApp, type WebApp } from './session-web-app.ts';

declare module 'vitest' {
  // What test/support/global-setup.ts provides; that file is no part of the web app's types.
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export interface ApiAnswer {
  status: number;
  body: unknown;
}

export const usual: SessionRule = { provider: null, leaverWay: 'hub-only', signOutAtProvider: false, minutes: null };
/** The answer to a token of this company's provider. */
export const welcomeFrom = (provider: string | null, sessionRule: object | null): ApiAnswer => ({
  status: 200,
  body: { data: { signIn: { __typename: 'SignedIn', provider, sessionRule } } },
});
export const welcome = welcomeFrom(null, null);
export const locked: ApiAnswer = { status: 200, body: { data: { signIn: { __typename: 'PersonLocked' } } } };
export const away: ApiAnswer = { status: 503, body: {} };

const way = (slug: string, provider: string | null) => ({ slug, name: { de: slug, en: slug }, shortName: slug, provider });

/** What the API says to whoever asks without a token: two companies with a provider, one without; the address is the first's. */
const ways = {
  signInWays: [way('wohnbau', 'wohnbau'), way('stadtwerke', 'stadtwerke'), way('baeder', null)],
  signInWay: way('wohnbau', 'wohnbau'),
};

interface Seen {
  signedIn: boolean;
  actingFor: string | null;
  token: string | null;
  status: number;
  code?: string;
}

/** Sign-in, web app and database for real, and an API that only says how it takes the token. */
export class Hub {
  readonly sessionKey = randomBytes(32).toString('base64');
  readonly database: TestDatabase = useDatabase();
  web!: WebApp;
  signIn!: SignIn;
  announced: string[] = [];
  apiSays = welcome;
  private api!: Server;
  private apiUrl = '';
  private folder = '';

  async start(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'session-'));
    this.api = createServer((request, response) => {
      const { authorization } = request.headers;
      if (authorization !== undefined) this.announced.push(authorization);
      const { status, body } =
        authorization === undefined && this.apiSays.status === 200 ? { status: 200, body: { data: ways } } : this.apiSays;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    this.apiUrl = await listen(this.api);
    this.web = await listenAsWebApp();
    await this.startSignIn();
    for (const [name, value] of Object.entries(this.settings())) vi.stubEnv(name, value);
  }

  async stop(): Promise<void> {
    await stopSessions();
    await this.signIn.close();
    this.web.close();
    this.api.close();
    await rm(this.folder, { recursive: true });
  }

  async startSignIn(port = 0): Promise<void> {
    this.signIn = await createSignIn({
      port,
      dataDirectory: this.folder,
      people: await readPeople(join(import.meta.dirname, '../../local/examples')),
      client: { id: 'konzern-stadt-web', secret: 'only-for-this-test', origin: this.web.origin },
      audience: 'konzern-stadt-api',
      cityName: 'Hellbrück',
    });
  }

  /** Another process of the web app, with the same settings or some changed. */
  secondProcess(changes: Record<string, string> = {}): Sessions {
    const configuration = readConfiguration({ ...this.settings(), ...changes });
    return new Sessions(configuration, announceTo(configuration.apiUrl));
  }

  at(path: string): URL {
    return new URL(path, this.web.origin);
  }

  rows<Row extends object>(columns = 'id'): Promise<Row[]> {
    return query<Row>(this.database.web, `select ${columns} from web.session`);
  }

  async change(assignment: string): Promise<void> {
    await query(this.database.web, `update web.session set ${assignment}`);
  }

  async signInAs(username: string, browser = new PlainBrowser()): Promise<PlainBrowser> {
    await browser.travel(this.at(`/auth/sign-in?to=/probe&person=${username}`));
    return browser;
  }

  /** Goes to the provider and comes back as far as the address of the callback. */
  async goAndReturn(browser: PlainBrowser, to = '/probe'): Promise<URL> {
    const begun = await browser.get(this.at(`/auth/sign-in?person=lea.hartwig&to=${encodeURIComponent(to)}`));
    if (!begun.to) throw new Error(`the sign-in answered ${begun.status}`);
    return browser.follow(begun.to);
  }

  /** What a page sees of the session. */
  async look(browser: PlainBrowser): Promise<Seen> {
    const { status, text } = await browser.open(this.at('/probe'));
    return { status, ...(JSON.parse(text) as Omit<Seen, 'status'>) };
  }

  /** The end stands inside the encrypted tokens, so the store itself has to write it. */
  async tokenEndsIn(seconds: number): Promise<void> {
    const { store } = runningSessions();
    for (const { id } of await this.rows<{ id: string }>()) {
      const session = await store.find(id);
      if (!session) continue;
      await store.replaceTokens(id, { ...session.tokens, endsAt: new Date(Date.now() + seconds * 1000).toISOString() }, store.pool);
      await store.markAnnounced(id, usual);
    }
  }

  private settings(): Record<string, string> {
    return {
      DATABASE_WEB_URL: this.database.web,
      SESSION_KEYS: this.sessionKey,
      ORIGIN: this.web.origin,
      ISSUER_URL: this.signIn.issuer,
      API_URL: this.apiUrl,
      WEB_CLIENT_SECRET: 'only-for-this-test',
    };
  }
}

/** Call it at the top level of a test file. */
export function useHub(): Hub {
  const hub = new Hub();
  beforeAll(() => hub.start());
  afterAll(() => hub.stop());
  beforeEach(async () => {
    hub.announced = [];
    hub.apiSays = welcome;
    await query(hub.database.web, 'delete from web.session');
  });
  return hub;
}
