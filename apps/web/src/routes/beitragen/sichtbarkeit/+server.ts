// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { VisibilityPreview } from '#lib/writing/documents.server.ts';
import { CHOICES } from '#lib/writing/values.ts';
import type { RequestHandler } from './$types';

/** What a choice means, before it is saved. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  const choice = CHOICES.find((each) => each === searchParams.get('wer'));
  if (!choice) error(400, { message: 'no such choice' });
  const visibility = { choice, companies: searchParams.getAll('organisation').slice(0, 100) };
  const { visibilityPreview } = await api(event).query(VisibilityPreview, { visibility, entry: searchParams.get('beitrag') });
  return Response.json(visibilityPreview);
};
