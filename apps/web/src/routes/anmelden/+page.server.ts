// SPDX-License-Identifier: EUPL-1.2
import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/server/oidc/return-path.ts';
import { signInPath } from '#lib/server/session/index.ts';
import { beginSignIn } from '#lib/server/sign-in/begin.ts';
import { OWN_ACCOUNT, rememberChoice, rememberedChoice } from '#lib/server/sign-in/remembered.ts';
import { signInWays, wayOfMail } from '#lib/server/sign-in/ways.ts';
import type { Actions, PageServerLoad } from './$types';

// No address is longer (RFC 5321, 4.5.3.1).
const LONGEST_MAIL = 254;

/** Asks where somebody signs in: by mail address, by choosing, or as this device remembers. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, cookies } = event;
  const to = returnPath(url.searchParams.get('to'));
  if (locals.session.signedIn) redirect(303, to);
  const ways = await signInWays(event);
  const choice = url.searchParams.has('andere') ? null : rememberedChoice(cookies);
  const { pathname, search } = new URL(to, url.origin);
  return {
    to,
    ways,
    remembered: ways.find(({ slug }) => slug === choice) ?? null,
    ownAccount: choice === OWN_ACCOUNT,
    unknownCompany: url.searchParams.has('unbekannt'),
    choosePerson: signInPath({ pathname, search }, { choose: true }),
  };
};

export const actions: Actions = {
  /** The address goes to the company's own sign-in and is kept nowhere; as a form it stands in no log and no history. */
  default: async (event) => {
    const mail = String((await event.request.formData()).get('mail') ?? '').trim();
    const domain = /^[^@\s]+@([^@\s]+\.[^@\s]+)$/.exec(mail)?.[1];
    if (mail.length > LONGEST_MAIL || domain === undefined)
      return fail(422, { mail: mail.slice(0, LONGEST_MAIL), wrong: 'not-one' as const });
    const way = await wayOfMail(event, mail);
    if (!way) return fail(422, { mail, wrong: 'unknown' as const, domain });
    rememberChoice(event.cookies, way.slug);
    const to = returnPath(event.url.searchParams.get('to'));
    const address = await beginSignIn(event, to, { provider: way.provider ?? undefined, person: mail });
    // A page that leads on, not a redirect (`#lib/server/session/leave.ts`).
    return { continueAt: address.href };
  },
};
