// SPDX-License-Identifier: EUPL-1.2
import { API_URL } from '$app/env/private';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '#lib/gql/graphql.ts';
import { log } from '#lib/server/log.ts';

/** Longer than any answer should take; a person has given up before. */
const TIMEOUT_MS = 10_000;

type Variables<V> = V extends Record<string, never> ? [] : [variables: V];
type Caller = Pick<RequestEvent, 'locals'>;

interface GraphQLAnswer<R> {
  data?: R | null;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

export interface Api {
  /**
   * Sends a known document by its hash. Throws a SvelteKit `HttpError`: 401 `session-ended` or `person-locked`, 403, 404, 503 `unavailable` (API down, slow or
   * restarting) or 500 `unexpected`; the error page knows a sentence for each.
   */
  query<R, V>(document: TypedDocumentString<R, V>, ...variables: Variables<V>): Promise<R>;
}

export function api(event: Caller): Api {
  return {
    async query(document, ...[variables]) {
      const response = await send(event, document.__meta__?.['hash'], variables);
      return answer(event, response);
    },
  };
}

async function send(event: Caller, id: unknown, variables: unknown): Promise<Response> {
  const known = await headers(event.locals);
  try {
    return await fetch(`${API_URL}/graphql`, {
      method: 'POST',
      headers: known,
      body: JSON.stringify({ id, variables: variables ?? {} }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    log.error({ requestId: event.locals.requestId, cause: cause instanceof Error ? cause.name : 'unknown' }, 'api not reached');
    return unavailable(event);
  }
}

async function headers({ session, requestId }: App.Locals): Promise<Record<string, string>> {
  const token = await session.accessToken();
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'x-request-id': requestId,
    ...(token && { authorization: `Bearer ${token}` }),
    ...(token && session.actingFor && { 'acting-for': session.actingFor }),
  };
}

async function answer<R>(event: Caller, response: Response): Promise<R> {
  if (response.status === 429 || response.status >= 502) return unavailable(event);
  const body = await parsed<R>(event, response);
  if (response.ok && body.data && !body.errors?.length) return body.data;
  return refused(event, body.errors?.[0]?.extensions?.code ?? (response.status === 401 ? 'UNAUTHENTICATED' : undefined));
}

async function parsed<R>(event: Caller, response: Response): Promise<GraphQLAnswer<R>> {
  try {
    return (await response.json()) as GraphQLAnswer<R>;
  } catch {
    if (response.status === 401) return {};
    return unavailable(event);
  }
}

/** The API's stable codes (libs/platform/errors), as what the pages know. */
function refused(event: Caller, code: string | undefined): never {
  const id = event.locals.requestId;
  switch (code) {
    case 'UNAUTHENTICATED':
      return error(401, { message: 'session ended', code: 'session-ended', id });
    case 'LOCKED':
      return error(401, { message: 'locked', code: 'person-locked', id });
    case 'FORBIDDEN':
      return error(403, { message: 'forbidden', id });
    case 'NOT_FOUND':
    case 'BAD_REQUEST':
      return error(404, { message: 'not found', id });
    case 'UNAVAILABLE':
      return unavailable(event);
    default:
      log.error({ requestId: id, code }, 'api refused');
      return error(500, { message: 'unexpected', code: 'unexpected', id });
  }
}

function unavailable({ locals }: Caller): never {
  error(503, { message: 'unavailable', code: 'unavailable', id: locals.requestId });
}
