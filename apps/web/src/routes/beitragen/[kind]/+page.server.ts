// SPDX-License-Identifier: EUPL-1.2
import { error, type Actions } from '@sveltejs/kit';
import { kindBySlug } from '#lib/kinds/index.ts';
import { publishAction, saveAction } from '#lib/writing/actions.server.ts';
import { openNew } from '#lib/writing/editor.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const kind = kindBySlug(event.params.kind);
  if (!kind) error(404, { message: 'not found' });
  return { kind: kind.kind, editor: await openNew(event, kind.kind) };
};

export const actions: Actions = { save: saveAction, publish: publishAction };
