// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isHttpError, isRedirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { load as callback } from '../src/routes/auth/callback/+page.server.ts';
import { POST as backChannelLogout } from '../src/routes/auth/back-channel-logout/+server.ts';
import { actions as mailForm, load as signInPage } from '../src/routes/anmelden/+page.server.ts';
import { load as companyLink } from '../src/routes/s/[company]/+page.server.ts';
import { load as signIn } from '../src/routes/auth/sign-in/+page.server.ts';
import { POST as signOut } from '../src/routes/auth/sign-out/+server.ts';
import { session } from '../src/lib/server/session/handle.ts';

type Endpoint = (event: RequestEvent) => Response | Promise<Response>;

type Load = (event: RequestEvent) => unknown;

/** Answers with what the page would show. */
function page(load: Load): Endpoint {
  return async (event) => Response.json(await load(event));
}

/** What a page would do with the session. */
const probe: Endpoint = async ({ locals }) => {
  const token = await locals.session.accessToken();
  return Response.json({ signedIn: locals.session.signedIn, actingFor: locals.session.actingFor, token });
};

const chooseCompany: Endpoint = async ({ locals, url }) => {
  await locals.session.setActingFor(url.searchParams.get('company'));
  return new Response(null, { status: 204 });
};

const endpoints: Record<string, Endpoint> = {
  'GET /auth/sign-in': page(signIn as Load),
  'GET /anmelden': page(signInPage as Load),
  'POST /anmelden': page(mailForm.default as unknown as Load),
  'GET /s': page(companyLink as Load),
  'GET /auth/callback': page(callback as Load),
  'POST /auth/sign-out': signOut as Endpoint,
  'POST /auth/back-channel-logout': backChannelLogout as Endpoint,
  'GET /probe': probe,
  'POST /choose': chooseCompany,
  'POST /form': () => new Response(null, { status: 303, headers: { location: '/auth/sign-in?to=/form' } }),
};

export interface WebApp {
  origin: string;
  close(): void;
}

/** The endpoints and the handle over real HTTP, with as much of SvelteKit around them as they use. */
export async function listenAsWebApp(): Promise<WebApp> {
  const server = createServer((request, response) => {
    serve(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  return { origin: await listen(server), close: () => server.close() };
}

export async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return `http://127.0.0.1:${address.port}`;
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const method = incoming.method ?? 'GET';
  const request = new Request(url, {
    method,
    headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]),
    ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
  });
  const cookies = new RequestCookies(incoming.headers.cookie ?? '');
  const company = /^\/s\/([^/]+)$/.exec(url.pathname)?.[1];
  const params = { company };
  const setHeaders = (headers: Record<string, string>) =>
    Object.entries(headers).forEach(([name, value]) => outgoing.setHeader(name, value));
  const event = { url, request, cookies, params, setHeaders, locals: { requestId: 'test' } } as unknown as RequestEvent;
  const response = await session({ event, resolve: () => answer(`${method} ${company === undefined ? url.pathname : '/s'}`, event) });
  outgoing.setHeader('set-cookie', cookies.lines);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(Buffer.from(await response.arrayBuffer()));
}

async function answer(route: string, event: RequestEvent): Promise<Response> {
  try {
    return (await endpoints[route]?.(event)) ?? new Response('not found', { status: 404 });
  } catch (thrown) {
    if (isRedirect(thrown)) return new Response(null, { status: thrown.status, headers: { location: String(thrown.location) } });
    if (isHttpError(thrown)) return Response.json(thrown.body, { status: thrown.status });
    throw thrown;
  }
}

type Options = Parameters<Cookies['set']>[2];

/** As much of SvelteKit's cookies as the session uses. */
class RequestCookies implements Pick<Cookies, 'get' | 'getAll' | 'set' | 'delete'> {
  readonly lines: string[] = [];
  private readonly values: Map<string, string>;

  constructor(header: string) {
    const pairs = header.split('; ').filter(Boolean);
    this.values = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  getAll(): { name: string; value: string }[] {
    return [...this.values].map(([name, value]) => ({ name, value }));
  }

  set(name: string, value: string, options: Options = {}): void {
    this.values.set(name, value);
    this.write(name, value, options);
  }

  delete(name: string, options: Options = {}): void {
    this.values.delete(name);
    this.write(name, '', { ...options, maxAge: 0 });
  }

  private write(name: string, value: string, { path, httpOnly, secure, sameSite, maxAge }: NonNullable<Options>): void {
    const attributes = [`Path=${path}`, httpOnly && 'HttpOnly', secure && 'Secure', `SameSite=${String(sameSite)}`];
    this.lines.push([`${name}=${value}`, ...attributes, maxAge !== undefined && `Max-Age=${maxAge}`].filter(Boolean).join('; '));
  }
}
