// SPDX-License-Identifier: EUPL-1.2
import type { Handle } from '@sveltejs/kit/hooks';
import { markAsForm } from './leave.ts';
import { openSession } from './request-session.ts';
import { runningSessions, stopSessions } from './running.ts';
import { isForeign } from './same-origin.ts';

/** Refuses what other sites make browsers send, and says who is there. */
export const session: Handle = async ({ event, resolve }) => {
  const sessions = runningSessions();
  if (isForeign(event.request, sessions.configuration.origin)) {
    return new Response('Cross-site requests are forbidden', { status: 403 });
  }
  event.locals.session = await openSession(sessions, event.cookies);
  return markAsForm(event.request, await resolve(event));
};

/** For `init`: a wrong setting stops the start with a sentence instead of the first request with an error. */
export function startSession(): void {
  runningSessions();
  // adapter-node says when the last request has been answered.
  process.once('sveltekit:shutdown', () => void stopSessions());
}
