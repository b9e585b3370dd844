// SPDX-License-Identifier: EUPL-1.2
import { UsageError } from '../usage-error.ts';

/** What the realm file leaves open. Keycloak's import takes them from its environment, `create` and `check` from ours. */
export const variables = {
  HUB_ORIGIN: 'the public address of the hub, e.g. https://hub.stadt.example',
  WEB_CLIENT_SECRET: 'the secret the web app shares with the realm',
  BACK_CHANNEL_LOGOUT_URL: 'where the realm tells the hub of sign-outs: <address of the web app>/auth/back-channel-logout',
} as const;

const mark = /\$\{([A-Z_]+)(?::([^}]*))?\}/g;

/** The file's text with values in place of its marks. @throws UsageError naming what is missing: Keycloak would keep the mark as a text */
export function filled(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(mark, (_, name: string, otherwise: string | undefined) => {
    const value = env[name] ?? otherwise;
    if (!value) throw new UsageError(`${name} is missing: ${variables[name as keyof typeof variables]}.`);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** The names of all marks without a default. */
export function required(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].flatMap(([, name, otherwise]) => (otherwise === undefined && name ? [name] : [])))].sort();
}
