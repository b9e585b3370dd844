-- SPDX-License-Identifier: EUPL-1.2
-- The boundary: what every table is secured with. A row is seen when its audiences overlap the viewer's.
-- `current_setting` without `true`: a connection on which nobody entered fails loudly instead of showing nothing.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create collation german (provider = icu, locale = 'de-u-kn-true');

revoke create on schema public from public;
grant usage on schema public to hub_reader, hub_writer, hub_worker;

create schema access;
grant usage on schema access to hub_reader, hub_writer, hub_worker;

-- The owner is bound by policies too (FORCE); this one lets migrations and definer functions work.
create procedure access.secure(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner on %s to hub_migrator using (true) with check (true)', target);
  execute format('create policy worker on %s for select to hub_worker using (true)', target);
  execute format('grant select on %s to hub_reader, hub_writer, hub_worker', target);
  call access.grant_columns(target);
end $$;

-- The writer sets every column but `audiences`, which only the definer function below and generated columns do.
create procedure access.grant_columns(target regclass) language plpgsql set search_path = pg_catalog, public as $$
declare
  columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute
   where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'audiences';
  execute format('grant insert (%1$s), update (%1$s) on %2$s to hub_writer', columns, target);
end $$;

-- A table with audiences of its own.
create procedure access.secure_own(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  call access.secure(target);
  execute format($f$create policy sight on %s to hub_reader, hub_writer
    using (audiences && current_setting('app.audiences')::text[])
    with check (audiences && current_setting('app.audiences')::text[])$f$, target);
end $$;

-- A table that declares itself content of an entry: seen exactly as its entry is.
create procedure access.secure_content(target regclass, entry_column text default 'entry_id') language plpgsql set search_path = pg_catalog, public as $$
begin
  call access.secure(target);
  execute format($f$create policy sight on %1$s to hub_reader, hub_writer
    using (exists (select 1 from public.entry e where e.id = %1$s.%2$I))
    with check (exists (select 1 from public.entry e where e.id = %1$s.%2$I))$f$, target, entry_column);
  execute format('grant delete on %s to hub_writer', target);
end $$;

-- A table that belongs to an entry and is narrower than it: seen is what overlaps here and whose entry is seen.
create procedure access.secure_part(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  call access.secure(target);
  execute format($f$create policy sight on %1$s to hub_reader, hub_writer
    using (audiences && current_setting('app.audiences')::text[] and exists (select 1 from public.entry e where e.id = %1$s.entry_id))
    with check (audiences && current_setting('app.audiences')::text[] and exists (select 1 from public.entry e where e.id = %1$s.entry_id))$f$, target);
end $$;

revoke execute on all procedures in schema access from public;
