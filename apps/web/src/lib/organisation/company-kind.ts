// SPDX-License-Identifier: EUPL-1.2
import type { CompanyKind } from '#lib/gql/graphql.ts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<CompanyKind, () => string> = {
  ADMINISTRATION: () => m.kind_administration(),
  MUNICIPAL_COMPANY: () => m.kind_municipal_company(),
  OWN_ENTERPRISE: () => m.kind_own_enterprise(),
};

export function companyKind(kind: CompanyKind): string {
  return words[kind]();
}
