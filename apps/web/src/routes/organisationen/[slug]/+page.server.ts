// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { CompanyEntries, CompanyPage } from '#lib/server/documents/organisation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const { company } = await api(event).query(CompanyPage, { slug: params.slug, peopleAfter: url.searchParams.get('personen-nach') });
  if (!company) error(404, { message: 'not found' });
  const { entries } = await api(event).query(CompanyEntries, { company: company.id, after: url.searchParams.get('nach') });
  return { company, entries };
};
