// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';

/** The one alias of apps/web/vite.config.ts, in the only form dependency-cruiser reads. */
export default { resolve: { alias: { '@libs': fileURLToPath(new URL('../libs', import.meta.url)) } } };
