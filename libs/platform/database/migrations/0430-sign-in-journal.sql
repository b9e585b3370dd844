-- SPDX-License-Identifier: EUPL-1.2
-- How sign-in is doing, for each company's admins: counts for 90 days, names for seven (sign_in_journal.forget).

create table sign_in_record (
  id uuid primary key,
  at timestamptz not null,
  company_id uuid not null references company on delete cascade,
  person_id uuid references person on delete set null,
  -- Null: it worked.
  failure text check (failure ~ '^[a-z-]{3,40}$'),
  -- What the company's IT may want to know though it worked.
  hints text[] not null default '{}',
  audiences text[] generated always as (array['company:' || company_id::text || ':admin']) stored
);
create index sign_in_record_company on sign_in_record (company_id, at desc);
call access.secure_own('sign_in_record');

-- A person signing in does not see their company's journal, a failed sign-in is nobody's; both write in it, and it never grows without bound.
create function access.record_sign_in(moment timestamptz, company_slug text, person uuid, reason text, told text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  company uuid;
begin
  select id into company from company where slug = company_slug;
  if company is null or (person is null and (select count(*) from sign_in_record r
       where r.company_id = company and r.failure is not null and r.at > moment - interval '1 minute') >= 60) then
    return;
  end if;
  insert into sign_in_record (id, at, company_id, person_id, failure, hints)
  values (gen_random_uuid(), moment, company, person, reason, told);
end $$;
revoke execute on function access.record_sign_in from public;
grant execute on function access.record_sign_in to hub_writer;

-- Names go after seven days, the rest after ninety. Twice is once.
create function access.forget_sign_ins(moment timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  forgotten integer;
begin
  delete from sign_in_record where at < moment - interval '90 days';
  update sign_in_record set person_id = null where person_id is not null and at < moment - interval '7 days';
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke execute on function access.forget_sign_ins from public;
grant execute on function access.forget_sign_ins to hub_worker;
