// SPDX-License-Identifier: EUPL-1.2
import { type EntityMetadata, type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '#platform/database/orm.js';
import { query } from '../query.js';

interface Column {
  nullable: boolean;
  /** Has a default or is generated, so an insert may leave it out. */
  optional: boolean;
}

const columns = `
  select table_schema as schema, table_name as "table", column_name as "column", is_nullable = 'YES' as nullable,
         column_default is not null or is_generated = 'ALWAYS' as optional
    from information_schema.columns where table_schema in ('public', 'web', 'search')`;

/**
 * Where the entities and the migrated database contradict each other, one sentence each. Migrations are written by hand, so nothing else
 * holds the two together.
 */
export async function drift(url: string, entities: EntitySchema[]): Promise<string[]> {
  const tables = await readTables(url);
  const orm = await MikroORM.init(ormOptions(url, entities));
  try {
    return [...orm.getMetadata().getAll().values()].filter(({ tableName }) => tableName).flatMap((meta) => compare(meta, tables));
  } finally {
    await orm.close(true);
  }
}

async function readTables(url: string): Promise<Map<string, Map<string, Column>>> {
  const tables = new Map<string, Map<string, Column>>();
  const rows = await query<{ schema: string; table: string; column: string } & Column>(url, columns);
  for (const { schema, table, column, nullable, optional } of rows) {
    const name = schema === 'public' ? table : `${schema}.${table}`;
    tables.set(name, (tables.get(name) ?? new Map<string, Column>()).set(column, { nullable, optional }));
  }
  return tables;
}

function compare(meta: EntityMetadata, tables: Map<string, Map<string, Column>>): string[] {
  const name = meta.schema && meta.schema !== 'public' ? `${meta.schema}.${meta.tableName}` : meta.tableName;
  const table = tables.get(name);
  if (!table) return [`${meta.className}: the database has no table "${name}".`];
  const fields = new Map(meta.props.flatMap((prop) => prop.fieldNames.map((field) => [field, prop.nullable === true] as const)));
  const wrong = [...fields].flatMap(([field, nullable]) => differences(`${name}.${field}`, nullable, table.get(field)));
  const forgotten = [...table].filter(([field, { nullable, optional }]) => !nullable && !optional && !fields.has(field));
  return [...wrong, ...forgotten.map(([field]) => `${name}.${field} must be set, and ${meta.className} has no such property.`)];
}

function differences(field: string, nullable: boolean, column: Column | undefined): string[] {
  if (!column) return [`${field} is a property of the entity and no column of the database.`];
  if (column.nullable === nullable) return [];
  return [
    `${field} is ${column.nullable ? 'nullable' : 'not null'} in the database and ${nullable ? 'nullable' : 'not null'} in the entity.`,
  ];
}
