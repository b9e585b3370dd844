// SPDX-License-Identifier: EUPL-1.2
import { getNamedType, getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { RootField } from './schema-walk.js';

export type Variables = Record<string, unknown>;

/** What to put in for one argument, or for one field inside it. */
export interface Values {
  base: unknown;
  others?: unknown[];
  /** `base` is an id that names nothing, `others` are the ids of all entries, and these are no ids at all. */
  malformed?: unknown[];
  /** Tried with each entry. */
  crossed?: boolean;
}

/** `Query.entry.id: ID`, `EntryFilter.company: ID`: where an argument stands and its named type. */
type Place = string;
export type Generators = [where: RegExp, values: Values][];

/** One call of a root field. Calls of one group differ in nothing but the entry. */
export interface Call {
  variables: Variables;
  /** Which entry it is about, by whatever stands in the place of its id. */
  entry?: unknown;
  group: string;
}

interface Leaf {
  path: string[];
  values: Values;
}

/** @throws Error for an argument nobody said how to fill */
export function callsOf(root: string, field: RootField, generators: Generators): Call[] {
  const leaves: Leaf[] = [];
  const base: Variables = {};
  for (const argument of field.args) {
    base[argument.name] = fill(argument.type, `${root}.${field.name}.${argument.name}`, [argument.name], { generators, leaves });
  }
  const single = leaves.filter(({ values }) => !values.crossed && !values.malformed).flatMap((leaf) => variants(base, leaf));
  const about = leaves.find(({ values }) => values.malformed);
  const plain = [base, ...single];
  if (!about) return [...plain, ...crossed(base, leaves)].map((variables) => ({ variables, group: '' }));
  const { base: missing, others: entries = [], malformed = [] } = about.values;
  return [
    ...[missing, ...malformed, ...entries].map((entry) => aboutEntry(base, about, entry)),
    ...crossed(base, leaves).flatMap((variables) => [missing, ...entries].map((entry) => aboutEntry(variables, about, entry))),
    ...single.map((variables) => aboutEntry(variables, about, missing)),
  ];
}

function aboutEntry(variables: Variables, { path }: Leaf, entry: unknown): Call {
  return { variables: put(variables, path, entry), entry, group: JSON.stringify(put(variables, path, null)) };
}

function crossed(base: Variables, leaves: Leaf[]): Variables[] {
  return leaves.filter(({ values }) => values.crossed).flatMap((leaf) => variants(base, leaf));
}

function variants(base: Variables, { path, values }: Leaf): Variables[] {
  return (values.others ?? []).map((value) => put(base, path, value));
}

interface Filling {
  generators: Generators;
  leaves: Leaf[];
}

function fill(type: GraphQLInputType, where: Place, path: string[], filling: Filling): unknown {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    // Of an input that takes exactly one, the first.
    const fields = Object.values(named.getFields()).slice(0, named.isOneOf ? 1 : undefined);
    return Object.fromEntries(
      fields.map((field) => [field.name, fill(field.type, `${named.name}.${field.name}`, [...path, field.name], filling)]),
    );
  }
  const values = valuesOf(type, `${where}: ${named.name}`, filling.generators);
  filling.leaves.push({ path, values });
  return values.base;
}

function valuesOf(type: GraphQLInputType, where: Place, generators: Generators): Values {
  const named = getNamedType(type);
  const given = generators.find(([pattern]) => pattern.test(where))?.[1];
  const values = given ?? (isEnumType(named) ? { base: undefined, others: named.getValues().map(({ name }) => name) } : undefined);
  if (!values) throw new Error(`No generator for ${where}: say in test/leaks/generators.ts what can stand there.`);
  const all = [values.base, ...(values.others ?? [])].filter((value) => value !== undefined);
  const base = isNonNullType(type) ? (values.base ?? all[0]) : values.base;
  if (!isListType(getNullableType(type))) return { ...values, base };
  return { ...values, base: base === undefined ? (isNonNullType(type) ? [] : undefined) : [base], others: all.map((value) => [value]) };
}

function put(variables: Variables, [name = '', ...rest]: string[], value: unknown): Variables {
  return { ...variables, [name]: rest.length > 0 ? put((variables[name] ?? {}) as Variables, rest, value) : value };
}
