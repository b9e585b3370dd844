// SPDX-License-Identifier: EUPL-1.2
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import type { Server } from 'node:http';
import { compiledQueries } from './compiled-queries.js';

/** Nest's driver, with compiled queries and without Express: requests come through `GraphQLEndpoint`. */
@Injectable()
export class CompilingDriver extends ApolloDriver {
  protected override async registerExpress({ schema, plugins = [], ...options }: ApolloDriverConfig): Promise<void> {
    const httpServer = this.httpAdapterHost.httpAdapter.getHttpServer() as Server;
    this.apolloServer = new ApolloServer({
      ...options,
      typeDefs: undefined,
      resolvers: undefined,
      gateway: compiledQueries(schema as GraphQLSchema),
      plugins: [...plugins, ApolloServerPluginDrainHttpServer({ httpServer })],
    });
    await this.apolloServer.start();
  }
}
