// SPDX-License-Identifier: EUPL-1.2
import pino from 'pino';

/** Ids and codes only: no names, no texts, no addresses with a query. */
export const log = pino({ name: 'web', base: { pid: process.pid } });
