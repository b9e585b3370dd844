// SPDX-License-Identifier: EUPL-1.2
// Pages of an entry that stand at the same place in the address.
const taken = new Set(['bearbeiten', 'fassungen', 'vorschau']);

const replacements: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** The readable part of an address, at most 80 characters. It may change; the id beside it decides. */
export function entrySlug(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => replacements[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  if (taken.has(ascii)) return `beitrag-${ascii}`;
  return ascii || 'beitrag';
}
