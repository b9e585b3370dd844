// SPDX-License-Identifier: EUPL-1.2
import { ownPage } from '#lib/server/own-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ own: await ownPage('impressum') });
