// SPDX-License-Identifier: EUPL-1.2
import { error, redirect } from '@sveltejs/kit';
import { sectionsOf } from '#lib/kinds/sections.server.ts';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import { Choices, OpenDraft } from '#lib/writing/documents.server.ts';
import { previewOf } from '#lib/writing/preview.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const id = uuid(event.params.id);
  const [{ draft }, { topics }] = await Promise.all([api(event).query(OpenDraft, { id }), api(event).query(Choices)]);
  if (!draft) error(404, { message: 'not found' });
  const entry = previewOf(draft, draft.latest.savedBy ?? null, topics, new Date());
  return { entry, sections: sectionsOf(entry), revision: draft.latest.number, mayPublish: draft.missing.length === 0 };
};
