// SPDX-License-Identifier: EUPL-1.2
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { MyDataPage } from '#lib/server/documents/my-data.ts';
import { signInPath } from '#lib/server/session/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const { myData } = await api(event).query(MyDataPage);
  if (!myData) error(404, { message: 'not found' });
  return { myData };
};
