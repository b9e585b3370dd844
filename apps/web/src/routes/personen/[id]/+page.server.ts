// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { PersonPage } from '#lib/server/documents/organisation.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // People are for the group: to a stranger nobody exists here.
  if (!event.locals.session.signedIn) error(404, { message: 'not found' });
  const { person } = await api(event).query(PersonPage, { id: uuid(event.params.id) });
  if (!person) error(404, { message: 'not found' });
  return { person };
};
