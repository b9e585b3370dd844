// SPDX-License-Identifier: EUPL-1.2
import { redirect, type Actions } from '@sveltejs/kit';
import { editAddress } from '#lib/entries/address.ts';
import { api } from '#lib/server/api.ts';
import { Restore } from '#lib/server/documents/actions.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (!locals.session.signedIn) redirect(303, signInPath(url));
  return { discarded: url.searchParams.get('verworfen') };
};

export const actions: Actions = {
  /** Takes a draft back out of the bin. */
  restore: async (event) => {
    const id = uuid(String((await event.request.formData()).get('id')));
    await api(event).query(Restore, { id });
    redirect(303, editAddress({ id }));
  },
};
