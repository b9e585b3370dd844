// SPDX-License-Identifier: EUPL-1.2
import type { Actions } from '@sveltejs/kit';
import { uuid } from '#lib/server/uuid.ts';
import { discardAction, mergeAction, publishAction, saveAction, takeTheirsAction } from '#lib/writing/actions.server.ts';
import { openDraft } from '#lib/writing/editor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ editor: await openDraft(event, uuid(event.params.id)) });

export const actions: Actions = {
  save: saveAction,
  publish: publishAction,
  merge: mergeAction,
  takeTheirs: takeTheirsAction,
  discard: discardAction,
};
