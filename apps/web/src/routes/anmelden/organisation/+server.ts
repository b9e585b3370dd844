// SPDX-License-Identifier: EUPL-1.2
import { json } from '@sveltejs/kit';
import { wayOfMail } from '#lib/server/sign-in/ways.ts';
import type { RequestHandler } from './$types';

/** Whose address is being typed; as a body, because addresses in URLs end up in logs. */
export const POST: RequestHandler = async (event) => {
  const mail = (await event.request.text()).slice(0, 254);
  return json(await wayOfMail(event, mail));
};
