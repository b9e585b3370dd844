// SPDX-License-Identifier: EUPL-1.2
import { error, fail, redirect, type Actions } from '@sveltejs/kit';
import { editAddress } from '#lib/entries/address.ts';
import { api } from '#lib/server/api.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { uuid } from '#lib/server/uuid.ts';
import { incompleteAddress, release } from '#lib/writing/actions.server.ts';
import { OpenDraft } from '#lib/writing/documents.server.ts';
import { questionBefore } from '#lib/writing/release-question.server.ts';
import type { PageServerLoad } from './$types';

/** Asks before something is given to everybody on the internet, or again to those it was taken from. */
export const load: PageServerLoad = async (event) => {
  if (!event.locals.session.signedIn) redirect(303, signInPath(event.url));
  const id = uuid(event.params.id);
  const { draft } = await api(event).query(OpenDraft, { id });
  if (!draft) error(404, { message: 'not found' });
  const question = await questionBefore(event, draft);
  if (!question) redirect(303, editAddress({ id }));
  const { title, keyStatement, visibility } = draft.latest.document;
  return { id, title, keyStatement, visibility, question, revision: draft.latest.number };
};

export const actions: Actions = {
  default: async (event) => {
    const id = uuid(event.params['id']);
    const revision = Number((await event.request.formData()).get('revision'));
    if (!Number.isInteger(revision)) error(400, { message: 'no form of ours' });
    if ((await release(event, id, revision)) === 'incomplete') redirect(303, incompleteAddress(id));
    return fail(409, { changed: true });
  },
};
