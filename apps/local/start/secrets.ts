// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseRoles } from '#platform/database/roles.js';
import type { RolePasswords } from '../hub-database.js';

/** Made at random at the first start and kept for the owner of the data folder alone. */
export interface Secrets {
  superuserPassword: string;
  rolePasswords: RolePasswords;
  webClientSecret: string;
  /** Base64 of 32 bytes. */
  sessionKey: string;
  /** Of the operator of Keycloak, where there is one. */
  keycloakPassword: string;
}

export function loadSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const secrets: Secrets = {
    superuserPassword: password(),
    rolePasswords: Object.fromEntries(databaseRoles.map((role) => [role, password()])) as RolePasswords,
    webClientSecret: password(),
    sessionKey: randomBytes(32).toString('base64'),
    keycloakPassword: password(),
  };
  // Moved into place: a start that is killed here leaves no half file, without which the database could not be opened again.
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
