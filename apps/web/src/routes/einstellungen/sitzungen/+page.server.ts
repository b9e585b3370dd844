// SPDX-License-Identifier: EUPL-1.2
import { redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/server/session/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** The web app's own table answers this page: neither the API nor anybody else knows these sessions. */
export const load: PageServerLoad = async ({ locals: { session }, url }) => {
  if (!session.signedIn) redirect(303, signInPath(url));
  const sessions = await session.own();
  return {
    sessions: sessions.map(({ begunAt, seenAt, ...rest }) => ({ ...rest, begunAt: begunAt.toISOString(), seenAt: seenAt.toISOString() })),
  };
};

const HANDLE = /^[0-9a-f]{20}$/;

export const actions: Actions = {
  end: async ({ request, locals }) => {
    const handle = String((await request.formData()).get('session') ?? '');
    if (HANDLE.test(handle)) await locals.session.endOther(handle);
    redirect(303, '/einstellungen/sitzungen');
  },
  endOthers: async ({ locals }) => {
    await locals.session.endOther(null);
    redirect(303, '/einstellungen/sitzungen');
  },
};
