// SPDX-License-Identifier: EUPL-1.2
import { realmFile } from './realm.ts';

export const realmFileName = 'infra/keycloak/konzern-stadt-realm.json';

export function realmFileText(): string {
  return `${JSON.stringify(realmFile(), null, 2)}\n`;
}
