// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { realmContract } from '#platform/access/realm-contract.js';
import type { EmbeddedDatabase } from '../embedded-database.js';
import { heap } from './heap.js';
import type { ProcessDescription } from './managed-process.js';
import type { Ports } from './ports.js';
import type { Secrets } from './secrets.js';

export const databaseName = 'konzern_stadt';
export const preloadPath = 'dist/apps/local/start/end-with-parent.js';

export interface Setup {
  root: string;
  data: string;
  ports: Ports;
  secrets: Secrets;
  database: EmbeddedDatabase;
  /** With reload: Vite makes the pages, and errors say more. */
  watch: boolean;
  /** A built Keycloak that signs people in, instead of the development sign-in. */
  keycloak: string | null;
  /** Of a realm that runs elsewhere; otherwise it is here, at the port of the sign-in. */
  issuer?: string;
}

export type ProcessName = 'signIn' | 'api' | 'worker' | 'web';

export const keycloakAdministrator = 'operator';
export const addressOf = ({ ports }: Pick<Setup, 'ports'>): string => `http://127.0.0.1:${ports.web}`;
export const issuerOf = ({ ports, issuer }: Pick<Setup, 'ports' | 'issuer'>): string =>
  issuer ?? `http://127.0.0.1:${ports.signIn}${realmContract.path}`;
export const databaseUrl = ({ database, secrets }: Setup, role: keyof Secrets['rolePasswords']): string =>
  database.url(role, secrets.rolePasswords[role], databaseName);

/** What runs beside the database, each with no more than it needs to know. */
export function descriptions(setup: Setup): Record<ProcessName, ProcessDescription> {
  return {
    signIn: setup.keycloak === null ? signIn(setup) : keycloak(setup),
    api: api(setup),
    worker: worker(setup),
    web: setup.watch ? webWithReload(setup) : web(setup),
  };
}

function signIn(setup: Setup): ProcessDescription {
  return describe(setup, 'sign-in', {
    title: 'The sign-in',
    args: [...heap.signIn, 'dist/apps/sign-in/main.js'],
    readyUrl: `${issuerOf(setup)}/.well-known/openid-configuration`,
    environment: {
      NODE_ENV: 'development',
      SIGN_IN_PORT: String(setup.ports.signIn),
      SIGN_IN_DATA_DIR: join(setup.data, 'sign-in'),
      EXAMPLES_DIR: join(setup.root, 'apps/local/examples'),
      ORIGIN: addressOf(setup),
      WEB_CLIENT_SECRET: setup.secrets.webClientSecret,
    },
  });
}

/** On a machine with work to do it takes its time. */
const keycloakStart = { patience: 480_000, pause: 500 };

function keycloak(setup: Setup): ProcessDescription {
  const { ports, secrets, data } = setup;
  const described = describe(setup, 'keycloak', {
    title: 'Keycloak',
    args: ['dist/apps/local/keycloak/main.js'],
    readyUrl: `http://127.0.0.1:${ports.management}/health/ready`,
    environment: {
      KEYCLOAK_FOLDER: join(data, 'keycloak'),
      KEYCLOAK_PORT: String(ports.signIn),
      KEYCLOAK_MANAGEMENT_PORT: String(ports.management),
      KC_BOOTSTRAP_ADMIN_USERNAME: keycloakAdministrator,
      KC_BOOTSTRAP_ADMIN_PASSWORD: secrets.keycloakPassword,
      HUB_ORIGIN: addressOf(setup),
      WEB_CLIENT_SECRET: secrets.webClientSecret,
      BACK_CHANNEL_LOGOUT_URL: `${addressOf(setup)}/auth/back-channel-logout`,
    },
  });
  return { ...described, slowStart: keycloakStart };
}

function api(setup: Setup): ProcessDescription {
  return describe(setup, 'api', {
    title: 'The API',
    args: [...heap.api, 'dist/apps/api/main.js'],
    readyUrl: `http://127.0.0.1:${setup.ports.api}/health/ready`,
    environment: {
      NODE_ENV: setup.watch ? 'development' : 'production',
      API_HOST: '127.0.0.1',
      API_PORT: String(setup.ports.api),
      DATABASE_READER_URL: databaseUrl(setup, 'hub_reader'),
      DATABASE_WRITER_URL: databaseUrl(setup, 'hub_writer'),
      ISSUER_URL: issuerOf(setup),
    },
  });
}

function worker(setup: Setup): ProcessDescription {
  return describe(setup, 'worker', {
    title: 'The worker',
    args: [...heap.worker, 'dist/apps/worker/main.js'],
    readyUrl: `http://127.0.0.1:${setup.ports.worker}/health/ready`,
    environment: {
      NODE_ENV: setup.watch ? 'development' : 'production',
      DATABASE_WORKER_URL: databaseUrl(setup, 'hub_worker'),
      WORKER_PORT: String(setup.ports.worker),
    },
  });
}

function web(setup: Setup): ProcessDescription {
  return describe(setup, 'web', {
    title: 'The web app',
    args: [...heap.web, 'apps/web/server.ts'],
    readyUrl: addressOf(setup),
    environment: { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(setup.ports.web), ...webSettings(setup) },
  });
}

function webWithReload(setup: Setup): ProcessDescription {
  const vite = join(setup.root, 'node_modules/vite/bin/vite.js');
  const built = web(setup);
  const address = ['--host', '127.0.0.1', '--port', String(setup.ports.web), '--strictPort'];
  return {
    ...built,
    args: [vite, 'dev', ...address],
    cwd: join(setup.root, 'apps/web'),
    environment: { ...built.environment, NODE_ENV: 'development' },
  };
}

function webSettings(setup: Setup): NodeJS.ProcessEnv {
  return {
    ORIGIN: addressOf(setup),
    API_URL: `http://127.0.0.1:${setup.ports.api}`,
    ISSUER_URL: issuerOf(setup),
    WEB_CLIENT_ID: 'konzern-stadt-web',
    WEB_CLIENT_SECRET: setup.secrets.webClientSecret,
    SESSION_KEYS: setup.secrets.sessionKey,
    DATABASE_WEB_URL: databaseUrl(setup, 'hub_web'),
    // With a real Keycloak one is who one's company says.
    ...(setup.keycloak === null ? { SWITCH_PERSON: '1' } : {}),
  };
}

type Differing = Pick<ProcessDescription, 'title' | 'args' | 'readyUrl' | 'environment'>;

function describe({ root, data }: Setup, log: string, { environment, ...rest }: Differing): ProcessDescription {
  return {
    ...rest,
    cwd: root,
    environment: {
      ...inherited(),
      // Of glibc: one pool of memory and not one per thread, which these processes hardly use. Elsewhere it means nothing.
      MALLOC_ARENA_MAX: '1',
      CITY_NAME: 'Hellbrück',
      API_AUDIENCE: 'konzern-stadt-api',
      WEB_CLIENT_ID: 'konzern-stadt-web',
      ...environment,
    },
    logFile: join(data, 'logs', `${log}.log`),
    preload: join(root, preloadPath),
  };
}

/** A setting of the developer's shell must not change what runs here. */
function inherited(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'JAVA_HOME', 'SystemRoot', 'LOG_LEVEL'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
