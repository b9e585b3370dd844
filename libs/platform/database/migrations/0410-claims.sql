-- SPDX-License-Identifier: EUPL-1.2
-- What each company's identity provider says of its people, and what the company lets it mean here.

-- As the provider said it at the latest sign-in or renewal, so that an admin sees what a table would do before saving it.
create table membership_claim (
  membership_id uuid not null,
  person_id uuid not null,
  company_id uuid not null,
  claim text not null check (claim in ('role', 'department')),
  value text not null check (length(value) between 1 and 255),
  audiences text[] generated always as (array['person:' || person_id::text, 'company:' || company_id::text || ':admin']) stored,
  primary key (membership_id, claim, value),
  foreign key (membership_id, person_id, company_id) references membership (id, person_id, company_id) on delete cascade
);
create index membership_claim_company on membership_claim (company_id);
call access.secure_own('membership_claim');
grant delete on membership_claim to hub_writer;

-- One line of a company's table. Neither role nor department: the value means nothing here, though it may sound like it.
create table claim_rule (
  id uuid primary key,
  company_id uuid not null references company on delete cascade,
  claim text not null check (claim in ('role', 'department')),
  value text not null check (length(value) between 1 and 255),
  role text check (role in ('author', 'editor', 'trainer', 'admin')),
  department_id uuid,
  audiences text[] generated always as (array['company:' || company_id::text || ':admin', 'office']) stored,
  check (num_nonnulls(role, department_id) <= 1),
  unique nulls not distinct (company_id, claim, value, role, department_id),
  foreign key (department_id, company_id) references department (id, company_id) on delete cascade
);
call access.secure_own('claim_rule');
grant delete on claim_rule to hub_writer;

-- For somebody who is not of the group yet. Waits for whoever is saving the table, so that nobody comes in by the old one.
create function access.claim_table(of_company uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('claim-table ' || of_company::text, 0));
  return jsonb_build_object(
    'rules', (select coalesce(jsonb_agg(jsonb_build_object('claim', claim, 'value', value, 'role', role, 'departmentId', department_id)), '[]')
                from claim_rule where company_id = of_company),
    'departments', (select coalesce(jsonb_object_agg(slug, id), '{}') from department where company_id = of_company));
end $$;
revoke execute on function access.claim_table from public;
grant execute on function access.claim_table to hub_writer;

-- What was done to a company's people and rights: ids and words for what, never text.
create table organisation_event (
  id uuid primary key,
  at timestamptz not null,
  company_id uuid not null references company on delete cascade,
  what text not null check (what ~ '^[a-z-]{3,40}$'),
  -- Null: the company's own system, by its token, or a job.
  actor_id uuid references person on delete set null,
  person_id uuid references person on delete set null,
  detail text check (length(detail) <= 60),
  -- The person as well: nobody is shut out or given a right behind their back, and what a sign-in changes is recorded by the person.
  audiences text[] generated always as (array_remove(array['company:' || company_id::text || ':admin', 'office', 'person:' || person_id::text], null)) stored
);
create index organisation_event_company on organisation_event (company_id, at desc);
call access.secure_own('organisation_event');
