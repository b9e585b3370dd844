// SPDX-License-Identifier: EUPL-1.2
import { describe, inject } from 'vitest';

/** Where everything is, and the secrets of this run. */
export interface RunningSso {
  hub: string;
  api: string;
  keycloak: string;
  issuer: string;
  operator: { username: string; password: string };
  clientSecret: string;
  /** POST /stop and /start stop and start Keycloak; `null` for one that others run. */
  control: string | null;
  /** The hub's database past every policy: to look, and to know when something has arrived. */
  databaseUrl: string;
}

/** A `describe` that is skipped, and says so in the results, where no Keycloak can run. */
export function describeSso(name: string, tests: (sso: RunningSso) => void): void {
  const sso = inject('sso');
  if ('missing' in sso) describe.skip(name, () => tests({} as RunningSso));
  else describe(name, () => tests(sso));
}
