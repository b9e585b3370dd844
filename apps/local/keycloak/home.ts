// SPDX-License-Identifier: EUPL-1.2
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface HomeOptions {
  /** What `builtKeycloak` made; shared, never written to. */
  distribution: string;
  /** Of this server alone: its database and what it imports. */
  folder: string;
  /** The repository, for realm file and theme. */
  root: string;
}

/**
 * A home for one server: its own `data`, the rest as links to the distribution. `bin` is a copy, because `kc.sh` takes the folder above it
 * for its home. @returns the folder
 */
export function prepareHome({ distribution, folder, root }: HomeOptions): string {
  const links: [string, string][] = [
    ...['lib', 'conf', 'providers'].map((name): [string, string] => [name, join(distribution, name)]),
    ['themes', join(root, 'infra/keycloak/themes')],
  ];
  mkdirSync(join(folder, 'data/import'), { recursive: true });
  if (!existsSync(join(folder, 'bin'))) cpSync(join(distribution, 'bin'), join(folder, 'bin'), { recursive: true });
  for (const [name, target] of links) {
    rmSync(join(folder, name), { force: true, recursive: true });
    symlinkSync(target, join(folder, name), 'junction');
  }
  copyFileSync(join(root, 'infra/keycloak/konzern-stadt-realm.json'), join(folder, 'data/import/konzern-stadt-realm.json'));
  return folder;
}
