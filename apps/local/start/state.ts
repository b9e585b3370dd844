// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one start tells the next. */
export interface State {
  /** The example city is in the database, or was not wanted at the first start. */
  examples: 'loaded' | 'declined' | null;
  /** With which sign-in address people are known; it contains a port, which may be another one at the next start. */
  issuer: string | null;
  /** Hash of what the database was brought to. */
  migrations: string | null;
  /** With which addresses of Keycloak and hub the example companies are connected to the Keycloak of this folder. */
  companies?: string;
}

const fileName = 'state.json';

export function readState(folder: string): State {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as State;
  } catch {
    return { examples: null, issuer: null, migrations: null };
  }
}

export function writeState(folder: string, state: State): void {
  writeFileSync(join(folder, `${fileName}.new`), JSON.stringify(state, null, 2));
  renameSync(join(folder, `${fileName}.new`), join(folder, fileName));
}
