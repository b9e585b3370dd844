// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { SigningKeys } from '#platform/access/signing-keys.js';
import type { TokenVerifier } from '#platform/access/token-verifier.js';
import { KeycloakTokenVerifier } from '#platform/access/token-verifier.keycloak.js';
import type { ApiConfig } from '#platform/config/config.js';
import { readerPool } from '#platform/database/pool.js';
import { nestLogger } from '#platform/logging/nest-logger.js';
import { KnownOperations } from '#platform/graphql/known-operations.js';
import { ApiModule } from './api.module.js';

// An entry has at most about 200,000 characters of text; more than this is no document of ours.
const bodyLimit = '1mb';

/** The API, not yet listening. Tests start it with a configuration of their own. */
export async function createApi(config: ApiConfig, root: string, log: Logger): Promise<NestExpressApplication> {
  const production = config.NODE_ENV === 'production';
  const reader = readerPool(config.DATABASE_READER_URL, config.DATABASE_READER_CONNECTIONS);
  const verifier = tokenVerifier(config);
  const options = { root, version: versionOf(root), writerUrl: config.DATABASE_WRITER_URL, reader, verifier, log, production };
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.forRoot(options), {
    bodyParser: false,
    logger: nestLogger(log),
  });
  app.disable('x-powered-by');
  app.use(pinoHttp({ logger: log, genReqId, autoLogging: { ignore: (request) => request.url?.startsWith('/health') ?? false } }));
  app.useBodyParser('json', { limit: bodyLimit });
  const operations = new KnownOperations(resolve(root, config.PERSISTED_DOCUMENTS), {
    open: !production,
    developerToken: config.DEVELOPER_TOKEN,
  });
  app.use('/graphql', operations.middleware);
  app.enableShutdownHooks();
  return app;
}

function tokenVerifier(config: ApiConfig): TokenVerifier {
  return new KeycloakTokenVerifier({
    issuer: config.ISSUER_URL,
    audience: config.API_AUDIENCE,
    authorizedParties: [config.WEB_CLIENT_ID],
    keys: new SigningKeys({ url: `${config.ISSUER_URL}/protocol/openid-connect/certs` }),
  });
}

/** The web app's request id goes on in our log; one that could break a line of it does not. */
function genReqId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}
