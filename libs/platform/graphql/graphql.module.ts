// SPDX-License-Identifier: EUPL-1.2
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { Logger } from 'pino';
import { enforceAllow } from './allow.js';
import { CompilingDriver } from './compiling-driver.js';
import { enumValues } from './enum-values.js';
import { answerFaultsWith500, maskErrors } from './mask-errors.js';
import { oneMutationPerDocument } from './rules.js';
import { dateScalar, dateTimeScalar } from './scalars.js';
import { mergedSchema } from './schema-files.js';

export interface GraphQLOptions {
  root: string;
  log: Logger;
  /** Introspection, suggestions and texts of faults: off in production. */
  production: boolean;
}

// The first hooks every field, the second would load the code of Apollo's own reports.
const disabled = [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()];

/** GraphQL as it runs in production: bounded, masked, closed to introspection. Requests reach it through `GraphQLEndpoint`. */
export function graphqlModule({ root, log, production }: GraphQLOptions): DynamicModule {
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
    driver: CompilingDriver,
    typeDefs,
    resolvers: { ...enumValues(typeDefs), DateTime: dateTimeScalar, Date: dateScalar },
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore' },
    transformSchema: enforceAllow,
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
    plugins: [...armor.plugins, ...disabled, answerFaultsWith500] as unknown as NonNullable<ApolloDriverConfig['plugins']>,
    stopOnTerminationSignals: false,
  });
}
