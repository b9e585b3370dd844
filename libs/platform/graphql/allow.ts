// SPDX-License-Identifier: EUPL-1.2
import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldConfig,
  type GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Viewer } from '../access/viewer.js';
import { requireWho, type Who } from '../access/who.js';
import type { HubContext } from './context.js';

/**
 * Makes `@allow` count: each root field asks who is there before it runs.
 * @throws Error, and so the process does not start and the build fails, naming every root field and type that does not say who may have it
 */
export function enforceAllow(schema: GraphQLSchema): GraphQLSchema {
  const silent = undeclared(schema);
  if (silent.length > 0) throw new Error(`These say nothing about who may have them (@allow): ${silent.join(', ')}.`);
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (field: RootField) => guarded(schema, field, askReader),
    [MapperKind.MUTATION_ROOT_FIELD]: (field: RootField) => guarded(schema, field, askBeforeWrite),
  });
}

/** Root fields and types without `@allow`. */
export function undeclared(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type ?? []);
  const fields = roots.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => (whoOf(schema, field) ? [] : [`${type.name}.${field.name}`])),
  );
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      (isObjectType(type) || isInterfaceType(type) || isUnionType(type)) &&
      !isIntrospectionType(type) &&
      !roots.some(({ name }) => name === type.name) &&
      !whoOf(schema, type),
  );
  return [...fields, ...types.map(({ name }) => name)];
}

/** What a root field or type declares. */
export function whoOf(schema: GraphQLSchema, node: Parameters<typeof getDirective>[1]): Who | undefined {
  return getDirective(schema, node, 'allow')?.[0]?.['who'] as Who | undefined;
}

type RootField = GraphQLFieldConfig<unknown, HubContext>;

type Ask = (who: Exclude<Who, 'ANYONE'>, context: HubContext) => Promise<void>;

function guarded(schema: GraphQLSchema, field: RootField, ask: Ask): RootField {
  const who = whoOf(schema, field);
  if (!who || who === 'ANYONE') return field;
  const { resolve = defaultFieldResolver } = field;
  return {
    ...field,
    resolve: async (parent, parameters, context, info) => {
      await ask(who, context);
      return resolve(parent, parameters, context, info);
    },
  };
}

async function askReader(who: Exclude<Who, 'ANYONE'>, { reads, token }: HubContext): Promise<void> {
  // A session is enough for some: `signIn` answers a locked person itself.
  const viewer: Viewer = token && who === 'EMPLOYEE' ? await reads.viewer() : { status: 'stranger', audiences: [] };
  requireWho(who, viewer, token !== null);
}

/** In a transaction of its own: what a mutation answers must be read after it was written. */
async function askBeforeWrite(who: Exclude<Who, 'ANYONE'>, context: HubContext): Promise<void> {
  await askReader(who, context);
  await context.reads.close();
}
