// SPDX-License-Identifier: EUPL-1.2
import { redirect } from '@sveltejs/kit';
import { askedFor } from '#lib/server/sign-in/asked-for.ts';
import { beginSignIn, leaveFor } from '#lib/server/sign-in/begin.ts';
import { rememberChoice } from '#lib/server/sign-in/remembered.ts';
import { wayOf } from '#lib/server/sign-in/ways.ts';
import type { PageServerLoad } from './$types';

/**
 * The link in a company's intranet: signs in at that company, without a page in between for who is signed in there, and leads to the page asked
 * for. Who is here already as somebody of that company goes straight on; who is here as somebody else is asked for again there.
 */
export const load: PageServerLoad = async (event) => {
  const to = askedFor(event.url);
  const way = await wayOf(event, event.params.company);
  if (!way) redirect(303, `/anmelden?${String(new URLSearchParams({ to, unbekannt: '1' }))}`);
  rememberChoice(event.cookies, way.slug);
  const { session } = event.locals;
  if (session.signedIn && session.provider === way.provider) redirect(303, to);
  return leaveFor(await beginSignIn(event, to, { provider: way.provider ?? undefined }));
};
