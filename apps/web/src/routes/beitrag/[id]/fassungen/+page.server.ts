// SPDX-License-Identifier: EUPL-1.2
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import { RevisionList } from '#lib/writing/documents.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const id = uuid(event.params.id);
  const { draft, revisions } = await api(event).query(RevisionList, { id });
  if (!draft) error(404, { message: 'not found' });
  return { id, kind: draft.kind, title: draft.latest.document.title, published: draft.state === 'PUBLISHED', revisions };
};
