// SPDX-License-Identifier: EUPL-1.2
import { similarTo } from '#lib/writing/editor.server.ts';
import type { RequestHandler } from './$types';

/** What stands beside the title while typing it. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  return Response.json(await similarTo(event, searchParams.get('titel') ?? '', searchParams.get('ausser')));
};
