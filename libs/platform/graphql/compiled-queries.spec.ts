// SPDX-License-Identifier: EUPL-1.2
import { ApolloServer } from '@apollo/server';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { buildSchema, defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { NotFoundError } from '../errors/errors.js';
import { compiledQueries } from './compiled-queries.js';

const sdl = `
  enum State { DRAFT PUBLISHED }
  interface Named { name: String! }
  type Person implements Named { name: String! mail: String fails: String friends: [Person!]! lists: [[Int!]]! }
  type Company implements Named { name: String! state: State! }
  union Found = Person | Company
  input Filter { state: State ids: [ID!] }
  input OneKind @oneOf { a: Int b: Int }
  type Query {
    person(id: ID!): Person
    certain(id: ID!): Person!
    found(nameless: Boolean = false): [Found]!
    named: Named
    strange: Found
    echo(filter: Filter, number: Int, kind: OneKind): String
    missing: Person
    broken: String!
  }
  type Mutation { add(number: Int!): Int! }`;

const ada = {
  __typename: 'Person',
  name: 'Ada',
  mail: Promise.resolve('ada@stadtwerke.example'),
  friends: [{ __typename: 'Person', name: null, friends: [] }],
  lists: [[1, 2], null, [3, null]],
};
const works = { __typename: 'Company', name: 'Stadtwerke', state: 'published' };

const resolvers: Record<string, GraphQLFieldResolver<unknown, unknown>> = {
  'Query.person': (_, { id }) => (id === 'none' ? null : Promise.resolve(ada)),
  'Query.certain': (_, { id }) => (id === 'none' ? null : ada),
  'Query.found': async (_, { nameless }) => (nameless ? [{ name: 'x' }, works] : [ada, works, null]),
  'Query.named': () => works,
  'Query.strange': () => ({ __typename: 'Nobody', name: 'x' }),
  'Query.echo': (_, parameters) => JSON.stringify(parameters),
  'Query.missing': () => Promise.reject(new NotFoundError()),
  'Query.broken': () => {
    throw new Error('at once');
  },
  'Person.fails': () => Promise.reject(new Error('later')),
  'Mutation.add': (_, { number }) => (number as number) + 1,
};

/** One for each executor: the compiling one adds to the types it is given. */
function schema(): GraphQLSchema {
  return mapSchema(buildSchema(sdl), {
    [MapperKind.OBJECT_FIELD]: (field, name, type) => ({ ...field, resolve: resolvers[`${type}.${name}`] ?? defaultFieldResolver }),
    [MapperKind.ENUM_VALUE]: (value, type, _, name) => (type === 'State' ? { ...value, value: name.toLowerCase() } : value),
  });
}

async function answers(server: ApolloServer, query: string, variables: Record<string, unknown>) {
  const { body, http } = await server.executeOperation({ query, variables });
  if (body.kind !== 'single') throw new Error('One answer was expected.');
  const { data, errors } = body.singleResult;
  return JSON.parse(
    JSON.stringify({
      data,
      status: http.status,
      errors: errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions?.['code'] })),
    }),
  ) as unknown;
}

const documents: [string, string, Record<string, unknown>?][] = [
  ['rows, promises in them, lists of lists', 'query ($id: ID!) { person(id: $id) { __typename name mail } }', { id: 'a' }],
  ['a field that may be missing', 'query ($id: ID!) { person(id: $id) { name } }', { id: 'none' }],
  ['a field that must not be', 'query ($id: ID!) { certain(id: $id) { name } }', { id: 'none' }],
  ['a null that takes its parents with it', '{ person(id: "a") { name friends { name } } }'],
  ['a null deep in a list', '{ person(id: "a") { lists } }'],
  ['unions, and enums by their inner value', '{ found { __typename ... on Person { name } ... on Company { name state } } }'],
  ['interfaces', '{ named { name ... on Company { state } } }'],
  ['aliases, fragments and the same field twice', '{ a: named { ...n } b: named { ...n name } } fragment n on Named { name __typename }'],
  [
    'variables of every kind',
    'query ($f: Filter, $n: Int) { echo(filter: $f, number: $n) }',
    { f: { state: 'DRAFT', ids: ['1', 2] }, n: 3 },
  ],
  ['one id where a list is meant', 'query ($f: Filter) { echo(filter: $f) }', { f: { ids: '1' } }],
  ['variables that are not given', 'query ($f: Filter, $n: Int) { echo(filter: $f, number: $n) }'],
  ['null', 'query ($f: Filter, $n: Int) { echo(filter: $f, number: $n) }', { f: null, n: null }],
  ['a default of a variable', 'query ($n: Int! = 7, $s: State = DRAFT) { echo(number: $n, filter: { state: $s }) }'],
  [
    'skip and include',
    'query ($yes: Boolean!) { a: named @skip(if: $yes) { name } named { name @include(if: $yes) __typename } }',
    { yes: true },
  ],
  ['an error meant for the caller', '{ missing { name } named { name } }'],
  ['an error where there must be a value', '{ named { name } broken }'],
  ['an error below', '{ person(id: "a") { name fails } }'],
  ['a wrong variable', 'query ($n: Int) { echo(number: $n) }', { n: 'x' }],
  ['a wrong value of an enum', 'query ($f: Filter) { echo(filter: $f) }', { f: { state: 'GONE' } }],
  ['an unknown field of an input', 'query ($f: Filter) { echo(filter: $f) }', { f: { __proto__x: 1 } }],
  ['a variable that must be there', 'query ($id: ID!) { certain(id: $id) { name } }'],
  ['two where one is meant', 'query ($k: OneKind) { echo(kind: $k) }', { k: { a: 1, b: 2 } }],
  ['one where one is meant', 'query ($k: OneKind) { echo(kind: $k) }', { k: { a: 1 } }],
  ['a mutation', 'mutation ($n: Int!) { add(number: $n) }', { n: 1 }],
  ['the schema itself', '{ __type(name: "State") { enumValues { name } } }'],
];

describe('compiled queries answer as graphql-js does', () => {
  const plain = new ApolloServer({ schema: schema(), introspection: true, includeStacktraceInErrorResponses: false });
  const compiling = new ApolloServer({ gateway: compiledQueries(schema()), introspection: true, includeStacktraceInErrorResponses: false });

  it.each(documents)('%s', async (_, query, variables = {}) => {
    const expected = await answers(plain, query, variables);
    // Twice: compiled, and compiled before.
    expect(await answers(compiling, query, variables)).toEqual(expected);
    expect(await answers(compiling, query, variables)).toEqual(expected);
  });

  it('a row that does not say what it is is an error of its field, and of nothing else', async () => {
    for (const query of [
      '{ found(nameless: true) { ... on Company { name } } }',
      '{ strange { ... on Company { name } } named { name } }',
    ]) {
      const answer = (await answers(compiling, query, {})) as { data: object; errors: object[] };
      expect(answer.errors).toHaveLength(1);
      expect(answer.data).toMatchObject(
        query.includes('named') ? { strange: null, named: { name: 'Stadtwerke' } } : { found: [null, { name: 'Stadtwerke' }] },
      );
    }
  });
});
