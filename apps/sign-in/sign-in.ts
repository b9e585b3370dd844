// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { Directory } from './directory.js';
import { loadKeys, type KeySet } from './keys.js';
import { refuseAnythingPublic, SignInRefused } from './loopback.js';
import { faultPage, type Frame } from './page.js';
import type { ExamplePerson } from './people.js';
import { createRealm, realmPath, type WebClient } from './realm.js';
import { sendPage } from './respond.js';
import { createRoutes } from './routes.js';
import { Store } from './store.js';
import { chooseLanguage, type Language } from './words.js';

export interface SignInOptions {
  /** 0 takes a free one. */
  port: number;
  host?: string;
  /** Keeps the signing key across restarts. */
  dataDirectory: string;
  people: readonly ExamplePerson[];
  client: WebClient;
  /** The audience of the API in access tokens. */
  audience: string;
  cityName: string;
  nodeEnv?: string | undefined;
  /** Told about what is our fault; the person gets a page. */
  onFault?: (fault: unknown) => void;
}

export interface SignIn {
  /** `ISSUER_URL` of the web app and the API. */
  issuer: string;
  /** The person's company does not know them any more; for tests. */
  dismiss(username: string): void;
  /** Waits for the requests under way, then keeps the sessions for the next start. */
  close(): Promise<void>;
}

/**
 * Starts the development sign-in: it answers like the Keycloak realm and asks who you want to be instead of for a password.
 *
 * @throws SignInRefused in production, off loopback, or when the port is taken
 */
export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const host = options.host ?? '127.0.0.1';
  refuseAnythingPublic({ host, origin: options.client.origin, nodeEnv: options.nodeEnv ?? process.env['NODE_ENV'] });
  const keys = await loadKeys(options.dataDirectory);
  const store = await Store.open(options.dataDirectory);
  const server = createServer();
  await listen(server, options.port, host);
  const issuer = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}${realmPath}`;
  const directory = new Directory(options.people);
  server.on('request', answering(options, { issuer, keys, store, directory }));
  return { issuer, dismiss: (username) => directory.dismiss(username), close: () => close(server).then(() => store.save()) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new SignInRefused(`Port ${port} is taken; set SIGN_IN_PORT to a free one.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Browsers keep connections open on which they ask nothing; after a moment those are closed too. */
function close(server: Server): Promise<void> {
  const hurry = setTimeout(() => server.closeAllConnections(), 1_000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}

interface Realm {
  issuer: string;
  keys: KeySet;
  store: Store;
  directory: Directory;
}

function answering(
  options: SignInOptions,
  { issuer, keys, store, directory }: Realm,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { client, audience, onFault = () => undefined } = options;
  const frame = frameOf(options);
  const provider: Provider = createRealm({
    ...{ issuer, audience, client, directory, keys, store },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = faultPage(frame(ctx.req), ctx.status >= 500 ? 'failed' : 'refused');
    },
  });
  provider.on('server_error', (_, error) => onFault(error));
  const answer = createRoutes({ provider, directory, keys, issuer, client, frame });
  return (request, response) => {
    answer(request, response).catch((fault: unknown) => {
      onFault(fault);
      if (response.headersSent) response.destroy();
      else sendPage(response, 500, faultPage(frame(request), 'failed'));
    });
  };
}

function frameOf({ cityName, client }: SignInOptions): (request: IncomingMessage, asked?: Language | null) => Frame {
  return (request, asked) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const language = chooseLanguage(asked ?? url.searchParams.get('lang'), request.headers['accept-language']);
    url.searchParams.set('lang', language === 'de' ? 'en' : 'de');
    return { language, cityName, origin: client.origin, otherLanguage: url.search };
  };
}
