// SPDX-License-Identifier: EUPL-1.2
import { error, fail } from '@sveltejs/kit';
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { CreateOffboardingToken, OffboardingTokens, RevokeOffboardingToken } from '#lib/server/documents/offboarding-tokens.ts';
import { uuid } from '#lib/server/uuid.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const { offboardingTokens: tokens } = await api(event).query(OffboardingTokens, { companyId: company.id });
  if (!tokens) error(404, { message: 'not found' });
  return { company, tokens, address: `${event.url.origin}/schnittstelle/austritte` };
};

export const actions = {
  create: async (event) => {
    const { company } = await administered(event);
    const name = String((await event.request.formData()).get('name') ?? '').trim();
    const { createOffboardingToken: answer } = await api(event).query(CreateOffboardingToken, { companyId: company.id, name });
    if (answer.__typename === 'InvalidInput') return fail(422, { name, errors: answer.fields, created: null, revoked: null });
    return { name: '', errors: [], created: { name: answer.token.name, secret: answer.secret }, revoked: null };
  },
  revoke: async (event) => {
    await administered(event);
    const id = uuid(String((await event.request.formData()).get('id') ?? ''));
    const { revokeOffboardingToken } = await api(event).query(RevokeOffboardingToken, { id });
    return { name: '', errors: [], created: null, revoked: revokeOffboardingToken.name };
  },
} satisfies Actions;
