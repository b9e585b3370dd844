// SPDX-License-Identifier: EUPL-1.2
/** A column of the catalogue with what the migrations say about it. */
export interface CatalogueColumn {
  /** With its schema, unless that is `public`. */
  table: string;
  column: string;
  columnComment: string | null;
  tableComment: string | null;
}

export interface PersonalColumn {
  table: string;
  column: string;
  purpose: string;
  seenBy: string;
  keptUntil: string;
}

export interface PersonalData {
  columns: PersonalColumn[];
  /** Tables without any personal data. */
  others: string[];
  /** One sentence for each column that does not say what it is. */
  faults: string[];
}

/** Every table of the hub's own schemas. The queues (schema `pgboss`) hold ids alone. */
export const catalogue = `
  select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as "table", a.attname as "column",
         col_description(c.oid, a.attnum) as "columnComment", obj_description(c.oid, 'pg_class') as "tableComment"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where n.nspname in ('public', 'web', 'search') and c.relkind in ('r', 'p', 'm')
     -- The words and trigrams of an extension are not ours.
     and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
   order by n.nspname <> 'public', 1, a.attnum`;

const personal = /^personal: (.+?); seen by: (.+?); kept until: (.+)$/;
const notPersonal = 'not personal';

export function personalData(rows: readonly CatalogueColumn[]): PersonalData {
  const columns = rows.flatMap(personalColumn);
  const tables = new Set(columns.map(({ table }) => table));
  return {
    columns,
    others: [...new Set(rows.map(({ table }) => table))].filter((table) => !tables.has(table)),
    faults: rows.flatMap(fault),
  };
}

function personalColumn({ table, column, columnComment }: CatalogueColumn): PersonalColumn[] {
  const [, purpose, seenBy, keptUntil] = personal.exec(columnComment ?? '') ?? [];
  return purpose && seenBy && keptUntil ? [{ table, column, purpose, seenBy, keptUntil }] : [];
}

function fault({ table, column, columnComment, tableComment }: CatalogueColumn): string[] {
  if (columnComment === null && tableComment === notPersonal) return [];
  if (columnComment === notPersonal || (columnComment !== null && personal.test(columnComment))) return [];
  const what = columnComment === null ? 'says nothing' : `says "${columnComment}"`;
  return [`${table}.${column} ${what}. Write "comment on column ${table}.${column} is 'personal: ...; seen by: ...; kept until: ...'".`];
}
