// SPDX-License-Identifier: EUPL-1.2
import { buildASTSchema, isEnumType, parse } from 'graphql';

/**
 * Internal values of all enums but `Who`: `MUNICIPAL_COMPANY` in the API is `municipal-company` in code and database, in both directions.
 * @param typeDefs the merged schema
 */
export function enumValues(typeDefs: string): Record<string, Record<string, string>> {
  const schema = buildASTSchema(parse(typeDefs));
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__') && !untouched.has(type.name),
  );
  return Object.fromEntries(
    enums.map((type) => [
      type.name,
      Object.fromEntries((isEnumType(type) ? type.getValues() : []).map(({ name }) => [name, name.toLowerCase().replaceAll('_', '-')])),
    ]),
  );
}

const untouched = new Set(['Who']);
