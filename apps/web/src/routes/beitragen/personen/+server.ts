// SPDX-License-Identifier: EUPL-1.2
import { api } from '#lib/server/api.ts';
import { FindPeople } from '#lib/writing/documents.server.ts';
import type { RequestHandler } from './$types';

/** People by the beginning of a word of their name. */
export const GET: RequestHandler = async (event) => {
  const text = (event.url.searchParams.get('name') ?? '').trim().slice(0, 100);
  if (text.length < 2) return Response.json([]);
  const { people } = await api(event).query(FindPeople, { text });
  return Response.json(people);
};
