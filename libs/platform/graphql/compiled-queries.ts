// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

export type Gateway = NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>;

/**
 * Executes operations for Apollo Server: queries as code that is compiled once for each document (docs/decisions/0008), everything else by
 * graphql-js. Apollo keeps checked documents in a bounded cache; what was compiled lives as long as its document.
 */
export function compiledQueries(schema: GraphQLSchema): Gateway {
  const compiled = new WeakMap<DocumentNode, CompiledQuery | null>();
  const queryOf = (document: DocumentNode): CompiledQuery | null => {
    const known = compiled.get(document);
    if (known !== undefined) return known;
    const query = compile(schema, document);
    compiled.set(document, query);
    return query;
  };
  typesByName(schema);

  return {
    onSchemaLoadOrUpdate: (listener) => {
      listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, request: { variables = {}, operationName }, context }) => {
        // One that is chosen by its name may not be there.
        const query = operationName ? null : queryOf(document);
        if (!query) return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
        const refused = variableErrors(schema, operation, variables);
        return refused ?? asOfGraphQLJs(await query.query(undefined, context, variables));
      },
    }),
    stop: async () => undefined,
  };
}

/** `null` for what graphql-js does better: mutations run one after another there, and variables with defaults have their values checked. */
function compile(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | null {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) return null;
  if (operation.variableDefinitions?.some(({ defaultValue }) => defaultValue)) return null;
  const query = compileQuery(schema, document);
  return isCompiledQuery(query) ? query : null;
}

/** graphql-jit checks variables too, in other words and without `@oneOf`: what graphql-js refuses never gets there. */
function variableErrors(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: object): ExecutionResult | null {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], { ...variables }, { maxErrors: 50 });
  return errors ? { errors } : null;
}

/** Errors of compiled code have the fields of others and cannot be written to, as Apollo's plugins do. */
function asOfGraphQLJs({ data, errors }: ExecutionResult): ExecutionResult {
  if (!errors) return { data: data ?? null };
  const mended = errors.map(({ message, path, originalError }) => new GraphQLError(message, { path, originalError }));
  return { data: data ?? null, errors: mended };
}

/**
 * Rows say what they are in `__typename`. The default for interfaces and unions throws when one does not, and in compiled code nobody would
 * catch it; `undefined` is an error of the field.
 */
function typesByName(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType ??= (row: { __typename?: string } | null) => row?.__typename;
  }
}
