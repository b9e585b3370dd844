// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import type { HubContext } from './context.js';
import type { KnownOperations } from './known-operations.js';
import { BodyRefused, readJson } from './request-body.js';

export interface EndpointOptions {
  /** Asked for at each request: it starts after the server's socket was made. */
  apollo: () => ApolloServer;
  operations: KnownOperations;
  openContext: (request: IncomingMessage) => Promise<HubContext>;
}

/** `POST /graphql`, from the socket to Apollo Server and back, without the layers of a web framework: they cost as much as the answer itself. */
export class GraphQLEndpoint {
  constructor(private readonly options: EndpointOptions) {}

  static serves(request: IncomingMessage): boolean {
    return request.url === '/graphql' || request.url?.startsWith('/graphql?') === true;
  }

  /** Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method !== 'POST') refuse(response.setHeader('allow', 'POST'), 405, 'METHOD_NOT_ALLOWED', 'Send POST.');
      else await this.run(await readJson(request), request, response);
    } catch (error) {
      if (error instanceof BodyRefused) refuse(response, error.status, 'BAD_REQUEST', error.message);
      else response.destroy(); // The one who asked went away before all was said.
    }
  }

  private async run(body: unknown, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = this.options.operations.find(body, request.headers['developer-token']);
    if (!operation) return refuse(response, 400, 'UNKNOWN_OPERATION', 'Unknown operation.');
    const opened: HubContext[] = [];
    try {
      const answer = await this.options.apollo().executeHTTPGraphQLRequest({
        httpGraphQLRequest: asApollo(request, operation),
        context: async () => {
          const context = await this.options.openContext(request);
          opened.push(context);
          return context;
        },
      });
      send(response, answer);
    } finally {
      // Not awaited: the answer need not wait for the commit of a read.
      for (const { reads } of opened) void reads.end();
    }
  }
}

function asApollo({ headers }: IncomingMessage, body: object): HTTPGraphQLRequest {
  const known = new HeaderMap([['content-type', 'application/json']]);
  if (headers.accept) known.set('accept', headers.accept);
  return { method: 'POST', headers: known, search: '', body };
}

function send(response: ServerResponse, { status = 200, headers, body }: HTTPGraphQLResponse): void {
  response.statusCode = status;
  for (const [name, value] of headers) response.setHeader(name, value);
  response.end(body.kind === 'complete' ? body.string : '');
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
