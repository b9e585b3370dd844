// SPDX-License-Identifier: EUPL-1.2

/** One protection of the database, and the statement that takes it away. */
export interface Guard {
  name: string;
  removal: string;
}

interface Policy {
  table: string;
  name: string;
  command: string;
  uses: string | null;
  checks: string | null;
}

/** Statement over the catalogue that answers `Policy` rows: whatever policy is added tomorrow is removed here tomorrow. */
export const policiesSql = `select schemaname || '.' || tablename as table, policyname as name, cmd as command, qual as uses, with_check as checks
  from pg_policies where schemaname in ('public', 'search', 'web') order by 1, 2`;

/** Each policy dropped, and each of its conditions replaced by `true`: that of reading, and that of writing. */
export function policyGuards(policies: Policy[]): Record<'dropped' | 'read' | 'written', Guard[]> {
  const guards = policies.map(({ table, name, uses, checks }) => ({
    dropped: { name: `${table} ${name}`, removal: `drop policy ${name} on ${table}` },
    ...(isCondition(uses) && { read: { name: `${table} ${name} to read`, removal: `alter policy ${name} on ${table} using (true)` } }),
    ...(isCondition(checks) && {
      written: { name: `${table} ${name} to write`, removal: `alter policy ${name} on ${table} with check (true)` },
    }),
  }));
  return {
    dropped: guards.map(({ dropped }) => dropped),
    read: guards.flatMap(({ read }) => read ?? []),
    written: guards.flatMap(({ written }) => written ?? []),
  };
}

const isCondition = (condition: string | null): boolean => condition !== null && condition !== 'true';

/** A line of a definer function without which somebody would see or change too much. */
interface Line {
  function: string;
  line: string;
  instead: string;
}

export const lines: Line[] = [
  { function: 'access.enter', line: 'if who.locked_at is not null then', instead: 'if false then' },
  { function: 'access.enter', line: 'i.issuer = token_issuer and', instead: '' },
  { function: 'access.enter', line: 'm.person_id = who.person_id and', instead: '' },
  { function: 'access.enter', line: 'and (m.ended_at is null or m.ended_at > now())', instead: '' },
  {
    function: 'access.enter',
    line: "if belongs is not null then\n    sees := sees || 'group'",
    instead: "if true then\n    sees := sees || 'group'",
  },
  { function: 'access.enter', line: "if belongs is not null and 'office'", instead: "if 'office'" },
  { function: 'access.enter', line: 'where m.person_id = who.person_id and (m.ended_at', instead: 'where true or (m.ended_at' },
  {
    function: 'access.set_audiences',
    line: "e.id = target and e.audiences && current_setting('app.audiences')::text[]",
    instead: 'e.id = target',
  },
  {
    function: 'access.set_audiences',
    line: "r.entry_id = target and r.audiences && current_setting('app.audiences')::text[]",
    instead: 'r.entry_id = target',
  },
  { function: 'access.apply_audiences', line: 'update entry set audiences = readers', instead: 'update entry set audiences = audiences' },
  {
    function: 'access.apply_audiences',
    line: 'update revision set audiences = writers',
    instead: 'update revision set audiences = audiences',
  },
  { function: 'access.apply_audiences', line: 'update event set audiences = writers', instead: 'update event set audiences = audiences' },
  {
    function: 'access.set_succession',
    line: '(select unnest(readers) except select unnest(e.audiences) from entry e where e.id = target)\n    union ',
    instead: '',
  },
  {
    function: 'access.set_succession',
    line: 'union (select unnest(writers) except select unnest(r.audiences) from revision r where r.entry_id = target)',
    instead: '',
  },
  { function: 'access.search_audiences', line: 'set audiences = readers', instead: 'set audiences = audiences' },
  { function: 'search.query', line: 'where d.audiences && $1', instead: 'where true' },
  { function: 'search.words', line: 'and d.audiences && $1', instead: '' },
  {
    function: 'search.spellings',
    line: '@@ search.match(term)::tsquery and d.audiences && viewer',
    instead: '@@ search.match(term)::tsquery',
  },
  {
    function: 'search.spellings',
    line: '@@ search.lexeme(form)::tsquery and d.audiences && viewer',
    instead: '@@ search.lexeme(form)::tsquery',
  },
  { function: 'search.similar', line: 'and d.audiences && $3', instead: '' },
];

/** Rights and attributes that only the catalogue tells about; whatever gives one away is noticed there. */
export const grants: Guard[] = [
  'alter table entry disable row level security',
  'alter table entry no force row level security',
  'alter table search.document no force row level security',
  'create table leak (id uuid); grant select on leak to hub_reader',
  "create table leak (id uuid references entry, audiences text[]); call access.secure_own('leak')",
  'alter role hub_reader bypassrls',
  'grant hub_migrator to hub_writer',
  'create view leak as select * from entry; grant select on leak to hub_reader',
  'create materialized view leak as select * from entry',
  'alter function access.enter reset search_path',
  'grant execute on function access.enter to public',
  'grant execute on function search.query to hub_web',
  `create function leak() returns bigint language sql security definer set search_path = pg_catalog, public as 'select count(*) from entry'`,
  'grant create on schema public to hub_reader',
  'grant update (audiences) on revision to hub_writer',
  'grant insert (audiences) on entry to hub_writer',
  'grant insert on entry to hub_reader',
  'grant update (title) on entry to hub_worker',
  'grant delete on entry to hub_writer',
  'grant truncate on practice to hub_writer',
  'grant select on company to hub_web',
  'grant usage on schema web to hub_writer; grant select on web.session to hub_writer',
  'grant select on search.document to hub_reader',
  'grant select (written) on search.word to hub_worker',
  'grant select on company to public',
  'alter default privileges grant select on tables to hub_reader',
  'create policy wide on entry for select to hub_reader using (true)',
  'create policy wide on revision for select to public using (true)',
  `alter policy sight on entry using (audiences && current_setting('app.audiences', true)::text[])`,
].map((removal) => ({ name: removal.split(';')[0]!, removal }));
