// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from './$types';

/** The process runs and answers. */
export const GET: RequestHandler = () => Response.json({ status: 'ok' });
