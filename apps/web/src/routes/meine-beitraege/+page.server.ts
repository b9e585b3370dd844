// SPDX-License-Identifier: EUPL-1.2
import { fail, redirect, type Actions } from '@sveltejs/kit';
import { filterOf, myListOf } from '#lib/mine/list.ts';
import { api } from '#lib/server/api.ts';
import { Restore } from '#lib/server/documents/actions.ts';
import { MyEntriesPage } from '#lib/server/documents/my-entries.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const list = myListOf(event.url.searchParams);
  const { myEntries, lookedAfter, withoutResponsible } = await api(event).query(MyEntriesPage, {
    filter: filterOf(list),
    after: list.after ?? null,
  });
  return { list, found: myEntries, lookedAfter: lookedAfter.counts.all, withoutResponsible: withoutResponsible.counts.all };
};

export const actions: Actions = {
  /** Out of the bin. */
  restore: async (event) => {
    const id = uuid(String((await event.request.formData()).get('id')));
    const { restore } = await api(event).query(Restore, { id });
    return restore.__typename === 'Changed' ? { restored: id } : fail(409, { restored: null });
  },
};
