// SPDX-License-Identifier: EUPL-1.2
import { error } from '@sveltejs/kit';
import { addRow, previewTable, saveTable } from '#lib/administration/claim-table-actions.server.ts';
import { administered } from '#lib/server/administration.ts';
import { api } from '#lib/server/api.ts';
import { ClaimTablePage } from '#lib/server/documents/claim-table.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { company } = await administered(event);
  const { claimTable } = await api(event).query(ClaimTablePage, { company: company.slug });
  if (!claimTable) error(404, { message: 'not found' });
  return { company, table: claimTable };
};

export const actions = { add: addRow, preview: previewTable, save: saveTable } satisfies Actions;
