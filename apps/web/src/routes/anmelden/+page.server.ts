// SPDX-License-Identifier: EUPL-1.2
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = inside(url.searchParams.get('to'));
  if (locals.session.signedIn) redirect(303, to);
  return { continueAt: to === '/' ? '/auth/sign-in' : `/auth/sign-in?to=${encodeURIComponent(to)}` };
};

/** Only addresses of this app. */
function inside(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
