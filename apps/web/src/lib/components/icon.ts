// SPDX-License-Identifier: EUPL-1.2
import type { Search } from '@lucide/svelte';

/** Any icon of the set; import it by file (`@lucide/svelte/icons/search`), so that only used ones reach the browser. */
export type LucideIcon = typeof Search;
