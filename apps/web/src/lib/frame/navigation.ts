// SPDX-License-Identifier: EUPL-1.2
import { BookOpen, Building2 as Building, House } from 'lucide';
import type { LucideIcon } from '#lib/components/icon.ts';
import { m } from '#lib/paraglide/messages.js';

export interface Destination {
  label: string;
  href: string;
  icon: LucideIcon;
  /** The letter after `g`. */
  key: string;
  /** Addresses that belong to it, beside its own. */
  holds: readonly string[];
}

/** The words of the main navigation. One appears only when there is something behind it. */
export function destinations(): Destination[] {
  return [
    { label: m.nav_start(), href: '/', icon: House, key: 's', holds: [] },
    { label: m.nav_knowledge(), href: '/wissen', icon: BookOpen, key: 'w', holds: ['/beitrag/', '/beitragen'] },
    { label: m.nav_companies(), href: '/organisationen', icon: Building, key: 'o', holds: ['/organisationen/', '/personen/'] },
  ];
}

/** "page" on its own address, "true" below it. */
export function current(destination: Destination, path: string): 'page' | 'true' | undefined {
  if (path === destination.href) return 'page';
  return destination.holds.some((start) => path.startsWith(start)) ? 'true' : undefined;
}
