// SPDX-License-Identifier: EUPL-1.2
import { redirect } from '@sveltejs/kit';
import { leaveBy } from '#lib/server/session/leave.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import type { RequestHandler } from './$types';

/** Ends the session here, then at the provider. With the provider away the person is signed out here all the same. */
export const POST: RequestHandler = async ({ cookies }) => {
  const sessions = runningSessions();
  const session = await sessions.find(cookies);
  if (!session) redirect(303, '/');
  await sessions.end(cookies, session.id);
  const address = await sessions.provider.signOutUrl(session.tokens).catch(() => null);
  return address ? leaveBy(address) : redirect(303, '/');
};
