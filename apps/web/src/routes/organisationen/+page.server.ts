// SPDX-License-Identifier: EUPL-1.2
import { api } from '#lib/server/api.ts';
import { CompaniesPage } from '#lib/server/documents/organisation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => api(event).query(CompaniesPage);
