// SPDX-License-Identifier: EUPL-1.2
import { api } from '#lib/server/api.ts';
import { PublicStartPage, StartPage } from '#lib/server/documents/start.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { frame } = await event.parent();
  if (event.locals.session.signedIn && frame.viewer?.actingFor) {
    return { mine: await api(event).query(StartPage), open: null };
  }
  return { mine: null, open: await api(event).query(PublicStartPage) };
};
