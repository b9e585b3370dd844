// SPDX-License-Identifier: EUPL-1.2
import type { VerifiedToken } from '#platform/access/token-verifier.js';
import type { GroupRole } from '#platform/access/viewer.js';
import { cleanLine } from '#platform/text/plain-text.js';
import type { Said } from './claim-meaning.js';

/** What a token says of a person today, by the companies' aliases. */
export interface Claims {
  name: string;
  mail: string | null;
  /** The account's name, as the company's own systems know it; with `<alias>.` before it where a provider gave it. */
  account: string | null;
  memberships: { company: string; said: Said[] }[];
  groupRoles: GroupRole[];
}

const groupRoles = new Set<string>(['office', 'auditor']);

/** Reads the realm's claims. What the values mean is for each company's table (claim-meaning.ts). */
export function claimsOf(token: VerifiedToken): Claims {
  return {
    name: cleanLine(token.name ?? token.preferred_username ?? '').slice(0, 200) || token.sub,
    mail: cleanLine(token.email ?? '') || null,
    account: cleanLine(token.preferred_username ?? '').slice(0, 255) || null,
    memberships: Object.keys(token.organization).map((company) => ({
      company,
      said: [
        ...saidOf(company, token.department, token).map((value) => ({ claim: 'department' as const, value })),
        ...saidOf(company, token.company_roles, token).map((value) => ({ claim: 'role' as const, value })),
      ],
    })),
    groupRoles: token.realm_access.roles.filter((role): role is GroupRole => groupRoles.has(role)),
  };
}

/**
 * What the values say of one company. `wohnbau:author` is `author` for `wohnbau`; a value without the company's mark is its own provider's word.
 * A provider speaks for its company alone: what it says of another is nothing.
 */
function saidOf(company: string, values: readonly string[], { identity_provider: provider }: VerifiedToken): string[] {
  if (provider !== undefined && provider !== company) return [];
  const mark = `${company}:`;
  return values.flatMap((value) => {
    if (value.startsWith(mark)) return [value.slice(mark.length)];
    return provider === company ? [value] : [];
  });
}
