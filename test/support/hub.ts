// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll } from 'vitest';
import { apiConfig } from '#platform/config/config.js';
import { createLogger } from '#platform/logging/logger.js';
import { createApi } from '../../apps/api/create-api.js';
import { Client } from './client.js';
import { type TestDatabase, useDatabase } from './database.js';
import { type CompanySlug, createOrganisations, type TestCompany } from './organisations.js';
import { type Identity, TestRealm } from './realm.js';

/** The real API on a real PostgreSQL, with a realm that signs real tokens; four companies and nobody in them yet. */
export interface TestHub {
  database: TestDatabase;
  realm: TestRealm;
  companies: Record<CompanySlug, TestCompany>;
  app: NestExpressApplication;
  url: string;
  stranger: Client;
  /** Signs somebody in. The same identity with other claims is the same person on another day. */
  signIn(identity: Partial<Identity> & { sub: string }): Promise<Client>;
}

/** Give `environment` to start the API with other settings. */
export function useHub(environment: Record<string, string> = {}): TestHub {
  const database = useDatabase();
  const hub = {} as TestHub;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const started = await startHub(database, environment);
    stop = started.stop;
    Object.assign(hub, started);
  });
  afterAll(() => stop());
  return hub;
}

/** The same on a database that the test looks after itself. */
export async function startHub(
  database: TestDatabase,
  environment: Record<string, string> = {},
): Promise<TestHub & { stop: () => Promise<void> }> {
  const realm = await TestRealm.start();
  const companies = await createOrganisations(database.migrations);
  const app = await startApi(database, realm, environment);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const signIn: TestHub['signIn'] = async (identity) => {
    const client = new Client(url, await realm.token({ name: identity.sub, ...identity }));
    const { signIn: outcome } = await client.request<{ signIn: { personId: string } }>(
      'mutation { signIn { ... on SignedIn { personId } } }',
    );
    client.personId = outcome.personId;
    return client;
  };
  const stop = async (): Promise<void> => {
    await app.close();
    await realm.stop();
  };
  return { database, realm, companies, app, url, stranger: new Client(url), signIn, stop };
}

async function startApi(database: TestDatabase, realm: TestRealm, environment: Record<string, string>): Promise<NestExpressApplication> {
  const config = apiConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_READER_URL: database.reader,
    DATABASE_WRITER_URL: database.writer,
    ISSUER_URL: realm.issuer,
    ...environment,
  });
  const app = await createApi(config, process.cwd(), createLogger('api', config.LOG_LEVEL));
  await app.listen(0, '127.0.0.1');
  return app;
}

/** An employee of one company, with the roles given. */
export function employee(sub: string, company: CompanySlug, roles: string[] = [], department?: string): Identity {
  return {
    sub,
    name: sub,
    email: `${sub}@${company}.example`,
    organization: { [company]: { id: crypto.randomUUID() } },
    company_roles: roles.map((role) => `${company}:${role}`),
    department: department ? [`${company}:${department}`] : [],
  };
}
