// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { type Handle, type HandleServerError, type ServerInit, sequence } from '@sveltejs/kit/hooks';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { errorWords } from '#lib/server/error-words.ts';
import { log } from '#lib/server/log.ts';
import { readPreferences } from '#lib/server/preferences.ts';
import { session, startSession } from '#lib/server/session/index.ts';

const requestId: Handle = async ({ event, resolve }) => {
  const given = event.request.headers.get('x-request-id');
  event.locals.requestId = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  const response = await resolve(event);
  response.headers.set('x-request-id', event.locals.requestId);
  return response;
};

const securityHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  // Pages differ by person: neither a proxy nor the next person at this computer may see them.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

const preferences: Handle = ({ event, resolve }) => {
  readPreferences(event);
  return resolve(event, { transformPageChunk: ({ html }) => html.replace('%theme%', event.locals.theme) });
};

const locale: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) => resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) }));

export const handle: Handle = sequence(requestId, securityHeaders, preferences, locale, session);

export const init: ServerInit = startSession;

export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId: id, session } = event.locals;
  const words = (status: number, code?: App.Error['code']) => ({ ...errorWords(status, code, session?.signedIn ?? false), id });
  if (kind === 'app') return words(error.status, error.code);
  if (kind === 'framework') return words(error.status);
  log.error({ requestId: id, route: event.route.id, error: error instanceof Error ? error.stack : 'unknown' }, 'unexpected');
  return { ...words(500), code: 'unexpected' };
};
