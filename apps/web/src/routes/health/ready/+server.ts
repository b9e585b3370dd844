// SPDX-License-Identifier: EUPL-1.2
import { API_URL } from '$app/env/private';
import type { RequestHandler } from './$types';

const TIMEOUT_MS = 2_000;

/** Pages can be served: the API is ready. */
export const GET: RequestHandler = async () => {
  const ready = await fetch(`${API_URL}/health/ready`, { signal: AbortSignal.timeout(TIMEOUT_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
  return Response.json({ status: ready ? 'ok' : 'error', api: ready ? 'up' : 'down' }, { status: ready ? 200 : 503 });
};
