// SPDX-License-Identifier: EUPL-1.2
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { MemberCounts } from '#lib/server/documents/administration.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const { current, ended, claimTable } = await api(event).query(MemberCounts, { companyId: company.id, slug: company.slug });
  const seen = claimTable?.seen ?? [];
  return {
    company,
    people: current?.total ?? 0,
    gone: ended?.total ?? 0,
    meaningless: seen.filter(({ roles, department }) => roles.length === 0 && !department).length,
  };
};
