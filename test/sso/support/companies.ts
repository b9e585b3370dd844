// SPDX-License-Identifier: EUPL-1.2
import type { CompanySlug } from '../../support/organisations.js';

export interface SsoCompany {
  alias: CompanySlug;
  kind: 'oidc' | 'saml';
  domain: string;
}

/** Companies of the test hub (test/support/organisations.ts), by how their people sign in. */
export const companies: readonly SsoCompany[] = [
  { alias: 'stadtwerke', kind: 'oidc', domain: 'stadtwerke.example' },
  { alias: 'wohnbau', kind: 'oidc', domain: 'wohnbau.example' },
  { alias: 'klinikum', kind: 'saml', domain: 'klinikum.example' },
];
