// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { findAsset } from './assets.js';
import { authenticate } from './authenticate.js';
import { companyToken } from './broker.js';
import type { Directory } from './directory.js';
import type { KeySet } from './keys.js';
import { logout, logoutByRefreshToken, logoutConfirmed, type LogoutParameters } from './logout.js';
import { isLoopback } from './loopback.js';
import { faultPage, signOutPage, type Frame } from './page.js';
import { choosePath, protocolPath, realmPath, type WebClient } from './realm.js';
import { readForm, redirect, sendJson, sendPage, setSecurityHeaders } from './respond.js';
import { userinfo } from './userinfo.js';

export interface RouteContext {
  provider: Provider;
  directory: Directory;
  keys: KeySet;
  issuer: string;
  client: WebClient;
  frame: (request: IncomingMessage) => Frame;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createRoutes(context: RouteContext): Answer {
  const realm = context.provider.callback();
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    setSecurityHeaders(response, context.client.origin);
    if (!asksLoopback(request)) return sendJson(response, 421, { error: 'this server answers on loopback only' });
    if (pathname.startsWith('/health/')) return sendJson(response, 200, { status: 'ok' });
    if (pathname.startsWith('/assets/')) return sendAsset(pathname, request, response, context);
    if (pathname.startsWith(`${realmPath}${choosePath}/`)) return authenticate(request, response, context);
    if (pathname === `${realmPath}${protocolPath}/logout`) return signOut(request, response, context);
    if (pathname === `${realmPath}${protocolPath}/userinfo`) return userinfo(request, response, context);
    if (pathname.startsWith(`${realmPath}/broker/`)) return companyToken(request, response, context);
    if (pathname.startsWith(`${realmPath}/`)) return mounted(realm, request, response);
    if (pathname === '/') return redirect(response, context.client.origin);
    return sendPage(response, 404, faultPage(context.frame(request), 'refused'));
  };
}

/** A page elsewhere whose name is made to point at 127.0.0.1 (DNS rebinding) still sends its own name. */
function asksLoopback({ headers: { host } }: IncomingMessage): boolean {
  return host !== undefined && URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}

async function sendAsset(path: string, request: IncomingMessage, response: ServerResponse, { frame }: RouteContext): Promise<void> {
  const asset = await findAsset(path);
  if (!asset) return sendPage(response, 404, faultPage(frame(request), 'refused'));
  response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=3600' }).end(asset.body);
}

/** oidc-provider finds out under which path it is mounted from what Express would have left. */
async function mounted(realm: ReturnType<Provider['callback']>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '/' } = request;
  Object.assign(request, { originalUrl: url, url: url.slice(realmPath.length) });
  await realm(request, response);
}

async function signOut(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  const parameters = request.method === 'POST' ? await readForm(request) : new URL(request.url ?? '/', 'http://localhost').searchParams;
  const refresh = request.method === 'POST' ? parameters.get('refresh_token') : null;
  if (refresh !== null) {
    const ended = await logoutByRefreshToken(parameters, context);
    return ended ? void response.writeHead(204).end() : sendJson(response, 400, { error: 'invalid_grant' });
  }
  if (request.method === 'POST' && parameters.get('confirmed')) {
    await logoutConfirmed(request, response, context);
    return redirect(response, `${context.client.origin}/`);
  }
  const outcome = await logout(request, response, logoutParameters(parameters), context);
  if (outcome === 'ask') return sendPage(response, 200, signOutPage(context.frame(request)));
  if (outcome === 'refused') return sendPage(response, 400, faultPage(context.frame(request), 'refused'));
  return redirect(response, outcome.to);
}

function logoutParameters(from: URLSearchParams): LogoutParameters {
  return {
    id_token_hint: from.get('id_token_hint'),
    post_logout_redirect_uri: from.get('post_logout_redirect_uri'),
    state: from.get('state'),
  };
}
