// SPDX-License-Identifier: EUPL-1.2
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { MemberCounts } from '#lib/server/documents/administration.ts';
import { SignInJournalOf } from '#lib/server/documents/offboarding-tokens.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const [{ current, ended, claimTable }, { signInJournal }] = await Promise.all([
    api(event).query(MemberCounts, { companyId: company.id, slug: company.slug }),
    api(event).query(SignInJournalOf, { companyId: company.id }),
  ]);
  const seen = claimTable?.seen ?? [];
  return {
    company,
    journal: signInJournal,
    people: current?.total ?? 0,
    gone: ended?.total ?? 0,
    meaningless: seen.filter(({ roles, department }) => roles.length === 0 && !department).length,
  };
};
