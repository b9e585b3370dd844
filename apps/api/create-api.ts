// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join, resolve } from 'node:path';
import type { ApolloDriver } from '@nestjs/apollo';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { SigningKeys } from '#platform/access/signing-keys.js';
import type { TokenVerifier } from '#platform/access/token-verifier.js';
import { KeycloakTokenVerifier } from '#platform/access/token-verifier.keycloak.js';
import type { ApiConfig } from '#platform/config/config.js';
import { readerPool } from '#platform/database/pool.js';
import { GraphQLEndpoint } from '#platform/graphql/endpoint.js';
import { KnownOperations } from '#platform/graphql/known-operations.js';
import { openContext } from '#platform/graphql/open-context.js';
import { nestLogger } from '#platform/logging/nest-logger.js';
import { logged } from '#platform/logging/request-log.js';
import { ApiModule } from './api.module.js';

/** The API, not yet listening. Tests start it with a configuration of their own. */
export async function createApi(config: ApiConfig, root: string, log: Logger): Promise<NestExpressApplication> {
  const production = config.NODE_ENV === 'production';
  const reader = readerPool(config.DATABASE_READER_URL, config.DATABASE_READER_CONNECTIONS);
  const verifier = tokenVerifier(config);
  const options = {
    root,
    version: versionOf(root),
    writerUrl: config.DATABASE_WRITER_URL,
    searchEngine: config.SEARCH_ENGINE,
    reader,
    log,
    production,
  };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(options), { bodyParser: false, logger: nestLogger(log) });
  app.disable('x-powered-by');
  const endpoint = new GraphQLEndpoint({
    apollo: () => app.get<GraphQLModule<ApolloDriver>>(GraphQLModule).graphQlAdapter.instance,
    operations: new KnownOperations(resolve(root, config.PERSISTED_DOCUMENTS), {
      open: !production,
      developerToken: config.DEVELOPER_TOKEN,
    }),
    openContext: (request) => openContext(request, reader, verifier),
  });
  putInFront(app, endpoint, log);
  app.enableShutdownHooks();
  return app;
}

/** GraphQL goes past Express; everything else goes through it. */
function putInFront(app: NestExpressApplication, endpoint: GraphQLEndpoint, log: Logger): void {
  const server = app.getHttpServer();
  const express = app.getHttpAdapter().getInstance() as RequestListener;
  server.removeListener('request', express);
  server.on('request', (request, response) =>
    logged(log, request, response, () => {
      if (GraphQLEndpoint.serves(request)) void endpoint.answer(request, response);
      else express(request, response);
    }),
  );
}

function tokenVerifier(config: ApiConfig): TokenVerifier {
  return new KeycloakTokenVerifier({
    issuer: config.ISSUER_URL,
    audience: config.API_AUDIENCE,
    authorizedParties: [config.WEB_CLIENT_ID],
    keys: new SigningKeys({ url: `${config.ISSUER_URL}/protocol/openid-connect/certs` }),
  });
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
