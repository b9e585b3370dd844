// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { EmbeddedDatabase } from '../../../apps/local/embedded-database.js';
import { freePort } from '../../../apps/local/free-port.js';
import { createHubDatabase, migrateHubDatabase } from '../../../apps/local/hub-database.js';
import { builtKeycloak } from '../../../apps/local/keycloak/distribution.js';
import { prepareHome } from '../../../apps/local/keycloak/home.js';
import { missingJava } from '../../../apps/local/keycloak/java.js';
import { databaseName, databaseUrl, descriptions, issuerOf, type Setup } from '../../../apps/local/start/descriptions.js';
import { ManagedProcess } from '../../../apps/local/start/managed-process.js';
import { loadSecrets } from '../../../apps/local/start/secrets.js';
import { folderPrefix, ownerFile, removeAbandonedServers } from '../../support/abandoned-servers.js';
import { createOrganisations } from '../../support/organisations.js';
import { connectCompanies } from './company-realms.js';
import { listenForControl } from './control.js';
import type { RunningSso } from './sso.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why nothing runs, or where it does. */
    sso: { missing: string } | RunningSso;
  }
}

/** One Keycloak with the realm and three companies' realms, one hub that signs people in there; for all test files, which come one by one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = await missingJava();
  if (missing !== null) {
    console.warn(`Sign-in against a real Keycloak is not tested: ${missing}`);
    project.provide('sso', { missing });
    return async () => undefined;
  }
  await removeAbandonedServers();
  const data = await mkdtemp(join(tmpdir(), folderPrefix));
  await writeFile(join(data, ownerFile), String(process.pid));
  await mkdir(join(data, 'logs'));
  const stops: (() => Promise<unknown>)[] = [() => rm(data, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const one of stops.toReversed()) await one().catch((error: unknown) => console.warn(error));
  };
  try {
    project.provide('sso', await start(data, stops));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function start(data: string, stops: (() => Promise<unknown>)[]): Promise<RunningSso> {
  const local = await prepare(data, stops);
  const described = descriptions(local);
  const keycloak = new ManagedProcess(described.signIn, () => undefined);
  // Tests ask what no page asks.
  const api = new ManagedProcess(withSettings(described.api, { NODE_ENV: 'test' }), () => undefined);
  const web = new ManagedProcess(described.web, () => undefined);
  for (const process of [keycloak, api, web]) stops.push(() => process.stop());
  await keycloak.start();
  await Promise.all([api.start(), web.start()]);
  const control = await listenForControl(keycloak);
  stops.push(control.close);
  const running: RunningSso = {
    hub: `http://127.0.0.1:${local.ports.web}`,
    api: `http://127.0.0.1:${local.ports.api}/graphql`,
    keycloak: `http://127.0.0.1:${local.ports.signIn}`,
    issuer: issuerOf(local),
    operatorPassword: local.secrets.keycloakPassword,
    clientSecret: local.secrets.webClientSecret,
    control: control.url,
    databaseUrl: local.database.superuserUrl().replace(/\/postgres$/, `/${databaseName}`),
  };
  await connectCompanies(running);
  return running;
}

async function prepare(data: string, stops: (() => Promise<unknown>)[]): Promise<Setup> {
  const root = process.cwd();
  const secrets = loadSecrets(data);
  const keycloak = await builtKeycloak((sentence) => console.log(sentence));
  prepareHome({ distribution: keycloak, folder: join(data, 'keycloak'), root });
  const database = await EmbeddedDatabase.start({
    folder: join(data, 'postgres'),
    port: await anyPort(),
    password: secrets.superuserPassword,
    durable: false,
  });
  stops.push(() => database.stop());
  await createHubDatabase(database, databaseName, secrets.rolePasswords);
  await migrateHubDatabase(database, databaseName, secrets.rolePasswords, root);
  const ports = {
    ...{ web: await anyPort(), api: await anyPort(), signIn: await anyPort(), management: await anyPort() },
    ...{ worker: 0, database: database.port },
  };
  const local: Setup = { root, data, ports, secrets, database, watch: false, keycloak };
  await createOrganisations(databaseUrl(local, 'hub_migrator'));
  return local;
}

function withSettings<T extends { environment: NodeJS.ProcessEnv }>(description: T, settings: NodeJS.ProcessEnv): T {
  return { ...description, environment: { ...description.environment, ...settings } };
}

/** Several runs on one machine look for a port at the same time. */
const anyPort = (): Promise<number> => freePort(30_000 + Math.floor(Math.random() * 20_000));
