// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { renderMarkdown } from '#lib/markdown/render.server.ts';
import type { RequestHandler } from './$types';

/** No question takes more. */
const LONGEST = 60_000;

/** Markdown as readers will see it. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!locals.session.signedIn) error(401, { message: 'session ended', code: 'session-ended' });
  const text = await request.text();
  if (text.length > LONGEST) error(413, { message: 'too long' });
  return Response.json({ html: renderMarkdown(text, 'vorschau') });
};
