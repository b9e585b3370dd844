// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { memberChange, roleChange } from '#lib/administration/member-actions.server.ts';
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { EndMembership, GrantRole, MembersPage, ReopenMembership, RevokeRole } from '#lib/server/documents/administration.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company, viewerId } = await administered(event);
  const { searchParams } = event.url;
  const wish = { text: (searchParams.get('name') ?? '').trim(), ended: searchParams.has('ausgeschieden'), after: searchParams.get('nach') };
  const { companyMembers } = await api(event).query(MembersPage, { companyId: company.id, ...wish, text: wish.text || null });
  if (!companyMembers) error(404, { message: 'not found' });
  return { company, viewerId, wish, members: companyMembers };
};

export const actions = {
  grant: roleChange('granted', async (event, variables) => (await api(event).query(GrantRole, variables)).grantRole),
  revoke: roleChange('revoked', async (event, variables) => (await api(event).query(RevokeRole, variables)).revokeRole),
  end: memberChange(async (event, variables) => {
    const { endMembership } = await api(event).query(EndMembership, variables);
    return endMembership.__typename === 'MembershipChanged' ? 'ended' : null;
  }),
  reopen: memberChange(async (event, variables) => {
    const { reopenMembership } = await api(event).query(ReopenMembership, variables);
    if (reopenMembership.__typename !== 'MembershipChanged') return null;
    return reopenMembership.member?.isCurrent ? 'reopened' : 'reopened-later';
  }),
} satisfies Actions;
