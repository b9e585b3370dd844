// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { rowOf } from '#lib/administration/claim-rows.ts';
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { ClaimTablePage } from '#lib/server/documents/claim-table.ts';
import { MyDataPage } from '#lib/server/documents/my-data.ts';
import type { PageServerLoad } from './$types';

/** An answer that is older was not asked for by this test. */
const FRESH_MS = 2 * 60_000;

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const [{ myData }, { claimTable }] = await Promise.all([
    api(event).query(MyDataPage),
    api(event).query(ClaimTablePage, { company: company.slug }),
  ]);
  const mine = myData?.memberships.find((membership) => membership.company.id === company.id);
  if (!myData || !mine || !claimTable) error(404, { message: 'not found' });
  const said = mine.said.map((each) => rowOf(each, claimTable.rules));
  const back = event.url.searchParams.has('zurueck') && Date.now() - Date.parse(myData.claimsAt) < FRESH_MS;
  return { company, myData, mine, said, back };
};
