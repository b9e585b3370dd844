// SPDX-License-Identifier: EUPL-1.2
import { isHttpError, json } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { Offboard } from '#lib/server/documents/offboarding.ts';
import type { RequestHandler } from './$types';

/**
 * A company's own system says who has left (docs/sign-in.md): `{"people": ["mail address or account", ...]}` with the company's token as bearer.
 * Nobody's session counts here; each answer is JSON and kept by no cache.
 */
export const POST: RequestHandler = async (event) => {
  const secret = /^Bearer (\S+)$/i.exec(event.request.headers.get('authorization') ?? '')?.[1];
  if (!secret) return refused(401, 'unauthorized', 'Send the token of your company as "Authorization: Bearer ...".');
  const people = await peopleIn(event.request);
  if (!people) return refused(400, 'invalid_request', 'Send JSON: {"people": ["name@company.example"]}, 1 to 1,000 of them.');
  try {
    const { offboard } = await api(withoutSession(event)).query(Offboard, { secret, people });
    if (offboard.__typename === 'InvalidInput')
      return json({ error: 'invalid_request', fields: offboard.fields }, { status: 400, headers });
    const { ended, unknown, ambiguous } = offboard;
    return json({ ended, unknown, ambiguous }, { headers });
  } catch (fault) {
    if (isHttpError(fault, 401)) return refused(401, 'unauthorized', 'This token is unknown or was revoked.');
    if (isHttpError(fault, 503)) return refused(503, 'unavailable', 'Nothing was changed. Try again in a few seconds.');
    throw fault;
  }
};

const headers = { 'cache-control': 'no-store' };

async function peopleIn(request: Request): Promise<string[] | null> {
  const body: unknown = await request.json().catch(() => null);
  const people = typeof body === 'object' && body !== null && 'people' in body ? body.people : null;
  return Array.isArray(people) && people.every((one) => typeof one === 'string') ? people : null;
}

function withoutSession({ locals }: Pick<Parameters<RequestHandler>[0], 'locals'>) {
  return { locals: { ...locals, session: { ...locals.session, accessToken: async () => null, actingFor: null } } };
}

function refused(status: 401 | 400 | 503, error: string, description: string): Response {
  const more = status === 401 ? { 'www-authenticate': 'Bearer' } : status === 503 ? { 'retry-after': '5' } : {};
  return json({ error, error_description: description }, { status, headers: { ...headers, ...more } });
}
