// SPDX-License-Identifier: EUPL-1.2
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Request } from 'express';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { TokenRefused, type TokenVerifier, type VerifiedToken } from '../access/token-verifier.js';
import type { Caller } from '../access/viewer.js';
import { ReadSession } from '../database/read-session.js';
import { UnauthenticatedError, UnavailableError } from '../errors/errors.js';
import { enforceAllow } from './allow.js';
import type { HubContext } from './context.js';
import { enumValues } from './enum-values.js';
import { isId } from './ids.js';
import { maskErrors } from './mask-errors.js';
import { oneMutationPerDocument } from './rules.js';
import { dateScalar, dateTimeScalar } from './scalars.js';
import { mergedSchema } from './schema-files.js';

export interface GraphQLOptions {
  root: string;
  reader: Pool;
  verifier: TokenVerifier;
  log: Logger;
  /** Introspection, suggestions and texts of faults: off in production. */
  production: boolean;
}

/** GraphQL as it runs in production: bounded, masked, closed to introspection, one read transaction for each operation. */
export function graphqlModule({ root, reader, verifier, log, production }: GraphQLOptions): DynamicModule {
  const typeDefs = mergedSchema(root);
  const armor = new ApolloArmor({
    maxDepth: { n: 12 },
    maxAliases: { n: 15 },
    // Its error is answered with 500; the parser's own bound (below) is not.
    maxTokens: { enabled: false },
    maxDirectives: { n: 20 },
    costLimit: { maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5, ignoreIntrospection: true },
    blockFieldSuggestion: { enabled: true },
  }).protect();

  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    typeDefs,
    path: '/graphql',
    resolvers: { ...enumValues(typeDefs), DateTime: dateTimeScalar, Date: dateScalar },
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    transformSchema: enforceAllow,
    context: ({ req }: { req: Request }) => openContext(req, reader, verifier),
    formatError: maskErrors(log),
    introspection: !production,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    parseOptions: { maxLexicalTokens: 3_000 },
    csrfPrevention: true,
    graphiql: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    preserveHttpStatusForExecutionErrors: false,
    validationRules: [...armor.validationRules, oneMutationPerDocument],
    // Three packages bring the same types once as CommonJS and once as modules, which TypeScript does not take for one.
    plugins: [...armor.plugins, ApolloServerPluginCacheControlDisabled(), endReads] as unknown as NonNullable<
      ApolloDriverConfig['plugins']
    >,
    stopOnTerminationSignals: false,
  });
}

/** @throws UnauthenticatedError for a token that does not hold, UnavailableError while the realm's keys cannot be had */
async function openContext(request: Request, reader: Pool, verifier: TokenVerifier): Promise<HubContext> {
  const token = await verified(request.get('authorization'), verifier);
  const actingFor = request.get('acting-for');
  const caller: Caller = token && { issuer: token.iss, subject: token.sub, actingFor: actingFor && isId(actingFor) ? actingFor : null };
  return { caller, token, reads: new ReadSession(reader, caller) };
}

async function verified(header: string | undefined, verifier: TokenVerifier): Promise<VerifiedToken | null> {
  if (!header) return null;
  try {
    return await verifier.verify(/^Bearer (\S+)$/i.exec(header)?.[1]);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    throw error.code === 'keys-unavailable' ? new UnavailableError() : new UnauthenticatedError();
  }
}

const endReads = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue }: { contextValue: object }) {
        // Not awaited: the answer need not wait for the commit of a read.
        if ('reads' in contextValue) void (contextValue as HubContext).reads.end();
      },
    };
  },
};
