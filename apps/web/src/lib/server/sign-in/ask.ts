// SPDX-License-Identifier: EUPL-1.2
import { error, type RequestEvent } from '@sveltejs/kit';
import type { TypedDocumentString } from '#lib/gql/graphql.ts';
import { runningSessions } from '../session/running.ts';

const TIMEOUT_MS = 5_000;
const RETRY_AFTER_SECONDS = 30;

/**
 * Asks the API as nobody: whoever is about to sign in may come with a session that has ended or is of somebody else.
 *
 * @throws HttpError 503 `unavailable`
 */
export async function askAsStranger<R, V>(event: Pick<RequestEvent, 'setHeaders'>, document: TypedDocumentString<R, V>, variables: V) {
  const { apiUrl } = runningSessions().configuration;
  const body = JSON.stringify({ id: document.__meta__?.['hash'], variables });
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(TIMEOUT_MS) };
  const answer = await fetch(`${apiUrl}/graphql`, request).catch(() => null);
  const { data } = ((await answer?.json().catch(() => null)) ?? {}) as { data?: R | null };
  if (data) return data;
  event.setHeaders({ 'retry-after': String(RETRY_AFTER_SECONDS) });
  return error(503, 'unavailable', { code: 'unavailable' });
}
