// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { realmContract } from '#platform/access/realm-contract.js';
import { UsageError } from './usage-error.ts';

/** Who runs the command, at which Keycloak. */
export interface Operator {
  /** Base address, without a slash at its end. */
  url: string;
  /** The realm the operator's account is in. */
  realm: string;
  /** What is posted for a token. */
  grant: Record<string, string>;
  /** The realm to work on. */
  target: string;
}

/**
 * From the environment; what is missing is asked for when somebody sits there. Nothing is kept.
 * @throws UsageError when something is missing and nobody can be asked
 */
export async function readOperator(env: NodeJS.ProcessEnv): Promise<Operator> {
  const url = (env['KEYCLOAK_URL'] ?? (await ask('Address of the Keycloak (KEYCLOAK_URL): '))).replace(/\/$/, '');
  if (!URL.canParse(url)) throw new UsageError('KEYCLOAK_URL must be an address such as https://login.stadt.example.');
  return {
    url,
    realm: env['KEYCLOAK_ADMIN_REALM'] ?? 'master',
    grant: await readGrant(env),
    target: env['KEYCLOAK_REALM'] ?? realmContract.name,
  };
}

async function readGrant(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const client = { client_id: env['KEYCLOAK_ADMIN_CLIENT_ID'] ?? 'admin-cli' };
  const { KEYCLOAK_ADMIN_CLIENT_SECRET: secret, KEYCLOAK_ADMIN_USERNAME, KEYCLOAK_ADMIN_PASSWORD } = env;
  if (secret) return { ...client, grant_type: 'client_credentials', client_secret: secret };
  const username = KEYCLOAK_ADMIN_USERNAME ?? (await ask('Name of the administrator (KEYCLOAK_ADMIN_USERNAME): '));
  const password = KEYCLOAK_ADMIN_PASSWORD ?? (await askSecret('Password (KEYCLOAK_ADMIN_PASSWORD): '));
  return { ...client, grant_type: 'password', username, password };
}

/** @throws UsageError when nobody sits there */
export async function ask(question: string): Promise<string> {
  return answer(question, process.stdout);
}

/** The same without showing what is typed. */
export async function askSecret(question: string): Promise<string> {
  if (process.stdin.isTTY) process.stdout.write(question);
  const text = await answer('', new Writable({ write: (_chunk, _encoding, done) => done() }), question);
  process.stdout.write('\n');
  return text;
}

async function answer(question: string, output: NodeJS.WritableStream, name = question): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError(`${name.replace(/: $/, '')} is missing.`);
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}
