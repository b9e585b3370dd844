// SPDX-License-Identifier: EUPL-1.2
import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { HubError } from '../errors/errors.js';

// Faults of the document itself; their messages repeat what the client sent and nothing else.
const clientCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

const internal = 'INTERNAL';

// Apollo and the armor take it out where a document is checked, but not where a variable is.
const suggestion = / Did you mean [^]*$/;

/** Errors meant for the caller pass; everything else becomes an id, and the log gets the rest under that id. */
export function maskErrors(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof HubError) {
      return { message: cause.message, ...(formatted.path && { path: formatted.path }), extensions: { code: cause.extensions['code'] } };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && clientCodes.has(code))
      return { message: formatted.message.replace(suggestion, ''), extensions: { code } };
    const id = crypto.randomUUID();
    log.error({ err: cause, errorId: id }, 'unexpected error');
    return { message: 'Something went wrong.', extensions: { code: internal, id } };
  };
}

/** A fault of ours is one for whoever watches the hub too, unless an error that is meant for the caller says a status of its own. */
export const answerFaultsWith500: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind === 'single' && body.singleResult.errors?.some(({ extensions }) => extensions?.['code'] === internal))
        http.status ??= 500;
    },
  }),
};
