// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The contract as it is committed: a field is walked from the day it is added. */
export const schema: GraphQLSchema = buildSchema(readFileSync('schema.graphql', 'utf8'));

export type RootField = GraphQLField<unknown, unknown>;

export const queryFields: RootField[] = Object.values(schema.getQueryType()?.getFields() ?? {});
export const mutationFields: RootField[] = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Levels of objects below a root field; deeper lie only what another root field answers too. */
const depth = 4;

/** What the API takes in one document. */
const mostAliases = 15;

/** What can be asked of the root field, as selections that together name every field; each small enough for one document. */
export function selectionsOf(field: RootField, largest: number): string[] {
  const parts = partsOf(field.type, depth);
  if (parts.length === 0) return [''];
  const chunks: string[] = [];
  for (const part of parts) {
    const last = chunks.at(-1);
    if (last !== undefined && size(last) + size(part) <= largest && aliases(last) + aliases(part) <= mostAliases)
      chunks[chunks.length - 1] = `${last} ${part}`;
    else chunks.push(part);
  }
  return chunks.map((chunk) => `{ __typename ${chunk} }`);
}

function size(selection: string): number {
  return selection.match(/[\w.{}:]+/g)?.length ?? 0;
}

function aliases(selection: string): number {
  return selection.match(/:/g)?.length ?? 0;
}

/** The parts of a selection set, one for each field; none for a scalar. */
function partsOf(type: GraphQLOutputType, levels: number): string[] {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return [];
  const shared = isInterfaceType(named) ? named.getFields() : {};
  const common = Object.values(isObjectType(named) ? named.getFields() : shared).flatMap((field) => fieldPart(field, levels));
  if (!isAbstractType(named)) return common;
  const own = schema.getPossibleTypes(named).flatMap((possible) =>
    Object.values(possible.getFields())
      .filter(({ name }) => !(name in shared))
      // Two members may call fields of two types the same.
      .flatMap((field) => fieldPart(field, levels, `${possible.name}_${field.name}: `))
      .map((part) => `... on ${possible.name} { ${part} }`),
  );
  return [...common, ...own];
}

function fieldPart(field: RootField, levels: number, alias = ''): string[] {
  if (field.args.some(isRequiredArgument)) throw new Error(`No generator for the arguments of ${field.name}, which is not a root field.`);
  if (!isCompositeType(getNamedType(field.type))) return [`${alias}${field.name}`];
  if (levels === 1) return [];
  const inner = partsOf(field.type, levels - 1);
  return inner.length > 0 ? [`${alias}${field.name} { ${inner.join(' ')} }`] : [];
}
