// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';

/** A promise of docs/access.md as a statement over PostgreSQL's own catalogue that answers a row for each breach of it. */
export interface CatalogueRule {
  name: string;
  sql: string;
}

/** Tables without policies, each with its reason; all of them are granted to nobody but the owner (a rule below). */
export const tablesWithoutPolicies = {
  'public.migration': 'names of the migrations that were run, for the role that runs them',
};

/** Definer functions go past the policies of whoever calls them: each is here on purpose, with the roles that may call it. */
export const definerFunctions: Record<string, string> = {
  'access.enter': 'hub_reader, hub_writer',
  'access.identify': 'hub_writer',
  'access.claim_table': 'hub_writer',
  'access.sign_in_providers': 'hub_reader',
  'access.record_sign_in': 'hub_writer',
  'access.forget_sign_ins': 'hub_worker',
  'access.enter_as_company': 'hub_writer',
  'access.members_called': 'hub_writer',
  'access.set_audiences': 'hub_writer',
  'access.apply_audiences': '',
  'access.hold': 'hub_worker',
  'access.set_succession': 'hub_worker',
  'access.search_audiences': '',
  'access.empty_bin': 'hub_worker',
  'access.forget_leavers': 'hub_worker',
  'access.forget_accounts': 'hub_worker',
  'search.query': 'hub_reader',
  'search.spellings': 'hub_reader',
  'search.similar': 'hub_reader',
  'search.put': 'hub_worker',
  'search.drop': 'hub_worker',
  'search.forget_words': '',
};

/** Rows that the writer may delete, beside the content of entries; everywhere else a row, once written, stays. */
const deletable = ['claim_rule', 'company_mail_domain', 'group_role', 'membership_claim', 'membership_role', 'person_contact'].map(
  (table) => `public.${table}`,
);

const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Every table, view and function that is the hub's: neither PostgreSQL's own nor an extension's nor the queues'. */
const ours = `
  relation as (
    select c.*, n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') and c.relkind in ('r', 'p', 'v', 'm', 'f')),
  own_function as (
    select p.*, n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
       and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')),
  hub_role as (select * from pg_roles where rolname like 'hub\\_%' and rolname <> 'hub_superuser'),
  policy as (
    select r.name, p.*, array(select rolname from pg_roles where oid = any (p.polroles)) as roles,
           pg_get_expr(polqual, polrelid) as sees, pg_get_expr(polwithcheck, polrelid) as writes
      from pg_policy p join relation r on r.oid = p.polrelid)`;

const rule = (name: string, select: string): CatalogueRule => ({ name, sql: `with ${ours} ${select}` });

const audiencesClause = `'current_setting\\(''app\\.audiences''::text\\)'`;
const contentClause = `'EXISTS \\( SELECT 1\\s+FROM entry e\\s+WHERE \\(e\\.id = '`;

export const catalogueRules: CatalogueRule[] = [
  rule(
    'every table enables and forces row-level security and has a policy, or stands on the list',
    `select name as fault from relation r
      where relkind in ('r', 'p') and name not in (${list(Object.keys(tablesWithoutPolicies))})
        and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = r.oid))`,
  ),
  rule(
    'what stands on the list exists and is granted to nobody',
    `select listed as fault from unnest(array[${list(Object.keys(tablesWithoutPolicies))}]) listed
      left join relation r on r.name = listed where r.oid is null or r.relacl is not null`,
  ),
  rule(
    'no role of the hub bypasses policies, makes roles or is a member of another',
    `select rolname as fault from hub_role h
      where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
         or exists (select from pg_auth_members m where m.member = h.oid or m.roleid = h.oid)`,
  ),
  rule('all five roles are there', `select 'roles' as fault from hub_role having count(*) <> 5`),
  rule(
    'everything belongs to the role that migrates',
    `select name as fault from relation where relowner <> 'hub_migrator'::regrole
     union all select name from own_function where proowner <> 'hub_migrator'::regrole`,
  ),
  rule(
    'every view is a security invoker, and nothing is materialized',
    `select name as fault from relation
      where relkind in ('m', 'f') or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)`,
  ),
  rule(
    'every definer function has a fixed search path of schemas nobody else can create in',
    `select name as fault from own_function
      where prosecdef and not coalesce(proconfig && array['search_path=pg_catalog, public', 'search_path=pg_catalog'], false)
     union all select nspname from pg_namespace n, hub_role h
      where nspname !~ '^pg_' and rolname <> 'hub_migrator' and has_schema_privilege(h.oid, n.oid, 'create')`,
  ),
  rule(
    'every definer function stands on the list, and those alone may call it who are named there',
    `select f.name || ' for ' || callers as fault
       from own_function f
       cross join lateral (
         select coalesce(string_agg(coalesce(nullif(grantee, 0)::regrole::text, 'everybody'), ', ' order by nullif(grantee, 0)::regrole::text), '') as callers
           from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) where grantee <> f.proowner) granted
       left join (values ${Object.entries(definerFunctions)
         .map(([name, roles]) => `('${name}', '${roles}')`)
         .join(', ')}) expected (name, roles) on expected.name = f.name
      where prosecdef and (expected.name is null or expected.roles <> callers)`,
  ),
  rule('no function of the hub may tell the planner that it leaks nothing', `select name as fault from own_function where proleakproof`),
  rule(
    'nobody sets the column audiences',
    `select name || ' by ' || rolname as fault
       from relation r join pg_attribute a on a.attrelid = r.oid and a.attname = 'audiences' and not a.attisdropped, hub_role h
      where rolname <> 'hub_migrator' and relkind in ('r', 'p') and has_column_privilege(h.oid, r.oid, a.attnum, 'insert, update')`,
  ),
  rule(
    'the reader writes nothing, and the worker nothing but jobs',
    `select name || ' by ' || rolname as fault from relation r, hub_role h
      where rolname in ('hub_reader', 'hub_worker')
        and (has_table_privilege(h.oid, r.oid, 'insert, update, delete, truncate, trigger')
             or has_any_column_privilege(h.oid, r.oid, 'insert, update'))
     union all select 'pgboss.' || relname from pg_class where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')
        and has_table_privilege('hub_reader', oid, 'select, insert, update, delete')`,
  ),
  rule(
    'the writer deletes only what stands on the list, and never empties a table',
    `select name as fault from relation r
      where has_table_privilege('hub_writer', oid, 'truncate, trigger')
         or has_table_privilege('hub_writer', oid, 'delete') and name not in (${list(deletable)})
            and not exists (select from policy p where p.polrelid = r.oid and p.sees ~ ('^\\(' || ${contentClause}))`,
  ),
  rule(
    'the web role reaches its own schema and nothing else, and nobody else reaches that',
    `select name || ' by ' || rolname as fault from relation r, hub_role h
      where rolname <> 'hub_migrator' and (rolname = 'hub_web') <> (name ~ '^web\\.')
        and (rolname = 'hub_web' or name ~ '^web\\.')
        and (has_table_privilege(h.oid, r.oid, 'select, insert, update, delete, truncate, references, trigger')
             or has_any_column_privilege(h.oid, r.oid, 'select, insert, update, references'))
     union all select rolname from hub_role where rolname not in ('hub_migrator', 'hub_web') and has_schema_privilege(oid, 'web', 'usage')
     union all select nspname from pg_namespace
      where nspname in ('access', 'search', 'pgboss') and has_schema_privilege('hub_web', oid, 'usage')
     union all select name from own_function where has_function_privilege('hub_web', oid, 'execute')
        and has_schema_privilege('hub_web', pronamespace, 'usage')`,
  ),
  rule(
    'the tables of search are granted to nobody',
    `select name || ' by ' || rolname as fault from relation r, hub_role h
      where name ~ '^search\\.' and rolname <> 'hub_migrator'
        and (has_table_privilege(h.oid, r.oid, 'select, insert, update, delete, truncate, references, trigger')
             or has_any_column_privilege(h.oid, r.oid, 'select, insert, update, references'))`,
  ),
  rule(
    'no right is given to everybody, or in advance',
    `select name as fault from relation r, aclexplode(relacl) where grantee = 0
     union all select 'default privileges' from pg_default_acl`,
  ),
  rule(
    'every policy names its roles, and no table has two that open it to the same role',
    `select name as fault from policy where 0 = any (polroles) or not polpermissive
     union all select name from policy, unnest(roles) role where polcmd in ('r', '*') group by name, role having count(*) > 1`,
  ),
  rule(
    'what a reader or writer sees depends on the audiences of the request, and a forgotten request is loud',
    `select name || ' ' || polname as fault from policy
      where roles && array['hub_reader', 'hub_writer']::name[] and polname <> 'report'
        and not (coalesce(sees ~ ${audiencesClause} or sees ~ ${contentClause}, false))
     union all select name || ' ' || polname from policy where coalesce(sees, '') || coalesce(writes, '') ~ 'current_setting\\([^)]*,'
     union all select name from own_function where prosecdef and prosrc ~ 'current_setting\\(''app[^)]*,'`,
  ),
  rule(
    'what may be written is what may be seen',
    `select name || ' ' || polname as fault from policy
      where 'hub_writer' = any (roles) and polcmd = '*' and writes is distinct from sees`,
  ),
  rule(
    'every table that belongs to an entry has audiences of its own or declares itself its content',
    `select r.name as fault from relation r
      where exists (select from pg_constraint where conrelid = r.oid and contype = 'f' and confrelid = 'public.entry'::regclass)
        and not exists (select from pg_attribute where attrelid = r.oid and attname = 'audiences' and not attisdropped and attnotnull)
        and not exists (select from policy p where p.polrelid = r.oid and p.polname = 'sight' and p.sees ~ ('^\\(' || ${contentClause}))`,
  ),
  rule(
    'a part of an entry is never wider than the entry',
    `select r.name as fault from relation r join policy p on p.polrelid = r.oid and p.polname = 'sight'
      where exists (select from pg_constraint where conrelid = r.oid and contype = 'f' and confrelid = 'public.entry'::regclass)
        and p.sees !~ ${contentClause}`,
  ),
];

/** Breaches of all rules, `rule: what breaks it`; none when the database keeps its promises. */
export async function catalogueFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, sql } of catalogueRules) {
    const { rows } = await client.query<{ fault: string }>(sql);
    faults.push(...rows.map(({ fault }) => `${name}: ${fault}`));
  }
  return faults;
}
