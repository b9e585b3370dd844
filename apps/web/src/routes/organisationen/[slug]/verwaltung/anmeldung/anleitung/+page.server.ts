// SPDX-License-Identifier: EUPL-1.2
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { SignInWayOf } from '#lib/server/documents/administration.ts';
import { runningSessions } from '#lib/server/session/running.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const { signInWays } = await api(event).query(SignInWayOf);
  const { issuer, origin } = runningSessions().configuration;
  const provider = signInWays.find(({ slug }) => slug === company.slug)?.provider ?? null;
  const broker = `${issuer}/broker/${provider ?? company.slug}/endpoint`;
  return {
    company,
    connected: provider !== null,
    addresses: {
      hub: origin,
      link: `${origin}/s/${company.slug}?to=/`,
      issuer,
      redirect: broker,
      metadata: `${broker}/descriptor`,
      backChannel: `${issuer}/protocol/openid-connect/logout/backchannel-logout`,
      keys: `${issuer}/protocol/openid-connect/certs`,
      discovery: `${issuer}/.well-known/openid-configuration`,
    },
  };
};
