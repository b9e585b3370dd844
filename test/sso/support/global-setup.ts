// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { realmContract } from '#platform/access/realm-contract.js';
import { EmbeddedDatabase } from '../../../apps/local/embedded-database.js';
import { freePort } from '../../../apps/local/free-port.js';
import { createHubDatabase, migrateHubDatabase } from '../../../apps/local/hub-database.js';
import { builtKeycloak } from '../../../apps/local/keycloak/distribution.js';
import { prepareHome } from '../../../apps/local/keycloak/home.js';
import { missingJava } from '../../../apps/local/keycloak/java.js';
import {
  databaseName,
  databaseUrl,
  descriptions,
  issuerOf,
  keycloakAdministrator,
  type Setup,
} from '../../../apps/local/start/descriptions.js';
import { ManagedProcess } from '../../../apps/local/start/managed-process.js';
import { loadSecrets, type Secrets } from '../../../apps/local/start/secrets.js';
import { folderPrefix, ownerFile, removeAbandonedServers } from '../../support/abandoned-servers.js';
import { createOrganisations } from '../../support/organisations.js';
import { borrowKeycloak, connectCompanies } from './company-realms.js';
import { listenForControl } from './control.js';
import type { RunningSso } from './sso.js';

type Stops = (() => Promise<unknown>)[];

declare module 'vitest' {
  interface ProvidedContext {
    /** Why nothing runs, or where it does. */
    sso: { missing: string } | RunningSso;
  }
}

/** One Keycloak with the realm and three companies' realms, one hub that signs people in there; for all test files, which come one by one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A Keycloak that runs elsewhere needs no Java here.
  const missing = process.env['KEYCLOAK_URL'] ? null : await missingJava();
  if (missing !== null) {
    console.warn(`Sign-in against a real Keycloak is not tested: ${missing}`);
    project.provide('sso', { missing });
    return async () => undefined;
  }
  await removeAbandonedServers();
  const data = await mkdtemp(join(tmpdir(), folderPrefix));
  await writeFile(join(data, ownerFile), String(process.pid));
  await mkdir(join(data, 'logs'));
  const stops: Stops = [() => rm(data, { recursive: true, force: true })];
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

async function start(data: string, stops: Stops): Promise<RunningSso> {
  const elsewhere = process.env['KEYCLOAK_URL']?.replace(/\/$/, '');
  const local = await prepare(data, stops, elsewhere);
  const described = descriptions(local);
  // Tests ask what no page asks.
  const api = new ManagedProcess(withSettings(described.api, { NODE_ENV: 'test' }), () => undefined);
  const web = new ManagedProcess(described.web, () => undefined);
  const keycloak = elsewhere ? null : new ManagedProcess(described.signIn, () => undefined);
  for (const process of [keycloak, api, web]) if (process) stops.push(() => process.stop());
  await keycloak?.start();
  const control = keycloak && (await listenForControl(keycloak));
  if (control) stops.push(control.close);
  const running = whereabouts(local, elsewhere, control?.url ?? null);
  if (elsewhere) stops.push(await borrowKeycloak(running));
  await Promise.all([api.start(), web.start()]);
  await connectCompanies(running);
  return running;
}

function whereabouts(local: Setup, elsewhere: string | undefined, control: string | null): RunningSso {
  const { ports, secrets, database } = local;
  const { KEYCLOAK_ADMIN_USERNAME: username = keycloakAdministrator, KEYCLOAK_ADMIN_PASSWORD: password = '' } = process.env;
  return {
    hub: `http://127.0.0.1:${ports.web}`,
    api: `http://127.0.0.1:${ports.api}/graphql`,
    keycloak: elsewhere ?? `http://127.0.0.1:${ports.signIn}`,
    issuer: issuerOf(local),
    operator: elsewhere ? { username, password } : { username: keycloakAdministrator, password: secrets.keycloakPassword },
    clientSecret: secrets.webClientSecret,
    control,
    databaseUrl: database.superuserUrl().replace(/\/postgres$/, `/${databaseName}`),
  };
}

async function prepare(data: string, stops: Stops, elsewhere: string | undefined): Promise<Setup> {
  const root = process.cwd();
  const secrets = loadSecrets(data);
  const keycloak = elsewhere ? null : await builtKeycloak((sentence) => console.log(sentence));
  if (keycloak !== null) prepareHome({ distribution: keycloak, folder: join(data, 'keycloak'), root });
  const database = await startDatabase(data, secrets, stops);
  const ports = {
    ...{ web: await anyPort(), api: await anyPort(), signIn: await anyPort(), management: await anyPort() },
    ...{ worker: 0, database: database.port },
  };
  const issuer = elsewhere ? { issuer: `${elsewhere}${realmContract.path}` } : {};
  const local: Setup = { root, data, ports, secrets, database, watch: false, keycloak, ...issuer };
  await createOrganisations(databaseUrl(local, 'hub_migrator'));
  return local;
}

async function startDatabase(data: string, secrets: Secrets, stops: Stops): Promise<EmbeddedDatabase> {
  const { superuserPassword: password, rolePasswords } = secrets;
  const database = await EmbeddedDatabase.start({ folder: join(data, 'postgres'), port: await anyPort(), password, durable: false });
  stops.push(() => database.stop());
  await createHubDatabase(database, databaseName, rolePasswords);
  await migrateHubDatabase(database, databaseName, rolePasswords, process.cwd());
  return database;
}

function withSettings<T extends { environment: NodeJS.ProcessEnv }>(description: T, settings: NodeJS.ProcessEnv): T {
  return { ...description, environment: { ...description.environment, ...settings } };
}

/** Several runs on one machine look for a port at the same time. */
const anyPort = (): Promise<number> => freePort(30_000 + Math.floor(Math.random() * 20_000));
