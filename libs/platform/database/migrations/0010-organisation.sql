-- SPDX-License-Identifier: EUPL-1.2
-- Who shares and who may see. Audiences are generated columns here: nobody can set them, whatever is forgotten.

create table company (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  kind text not null check (kind in ('administration', 'municipal-company', 'own-enterprise')),
  name_de text not null check (length(name_de) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  short_name text not null collate german check (length(short_name) between 1 and 40),
  description_de text not null default '' check (length(description_de) <= 500),
  description_en text not null default '' check (length(description_en) <= 500),
  head_count integer not null check (head_count >= 0),
  function_address text not null,
  audiences text[] generated always as (array['public']) stored
);
call access.secure_own('company');

create table department (
  id uuid primary key,
  company_id uuid not null references company on delete cascade,
  parent_id uuid,
  slug text not null check (slug ~ '^[a-z0-9-]{2,60}$'),
  name_de text not null collate german check (length(name_de) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  head_count integer not null check (head_count >= 0),
  audiences text[] generated always as (array['group']) stored,
  unique (company_id, slug),
  unique (id, company_id),
  foreign key (parent_id, company_id) references department (id, company_id)
);
call access.secure_own('department');

-- The card: id, name, company (through the membership).
create table person (
  id uuid primary key,
  name text not null collate german check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  audiences text[] generated always as (array['group', 'person:' || id::text]) stored
);
call access.secure_own('person');

-- Whom a token names. Looked up by access.enter and access.identify alone; the hub never links people by mail address.
create table person_identity (
  person_id uuid primary key references person on delete cascade,
  issuer text not null,
  subject text not null,
  locked_at timestamptz,
  audiences text[] generated always as (array['person:' || person_id::text]) stored,
  unique (issuer, subject)
);
call access.secure_own('person_identity');

create table membership (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  company_id uuid not null references company on delete cascade,
  department_id uuid,
  ended_at timestamptz,
  audiences text[] generated always as (array['group', 'person:' || person_id::text]) stored,
  unique (person_id, company_id),
  unique (id, person_id),
  unique (id, person_id, company_id),
  foreign key (department_id, company_id) references department (id, company_id)
);
create index membership_company on membership (company_id);
call access.secure_own('membership');

-- Roles are for the person, the company's admins and the office. Where a role comes from is told apart: claims or the hub.
create table membership_role (
  membership_id uuid not null,
  person_id uuid not null,
  company_id uuid not null,
  role text not null check (role in ('employee', 'author', 'editor', 'trainer', 'admin')),
  source text not null check (source in ('claims', 'hub')),
  audiences text[] generated always as (array['person:' || person_id::text, 'company:' || company_id::text || ':admin', 'office']) stored,
  primary key (membership_id, role, source),
  foreign key (membership_id, person_id, company_id) references membership (id, person_id, company_id) on delete cascade
);
call access.secure_own('membership_role');
grant delete on membership_role to hub_writer;

create table group_role (
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('office', 'auditor')),
  audiences text[] generated always as (array['person:' || person_id::text, 'office']) stored,
  primary key (person_id, role)
);
call access.secure_own('group_role');
grant delete on group_role to hub_writer;

create table person_contact (
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('mail', 'phone')),
  value text not null check (length(value) between 1 and 320),
  -- A mail address of a domain that is not the company's is shown as unverified and used for nothing.
  verified boolean not null,
  audiences text[] generated always as (array['group', 'person:' || person_id::text]) stored,
  primary key (person_id, kind)
);
call access.secure_own('person_contact');
grant delete on person_contact to hub_writer;

create table person_profile (
  person_id uuid primary key references person on delete cascade,
  job_title text not null default '' check (length(job_title) <= 120),
  about text not null default '' check (length(about) <= 500),
  audiences text[] generated always as (array['group', 'person:' || person_id::text]) stored
);
call access.secure_own('person_profile');

-- When the person signed in last and before that: "new since your last visit". For the person alone.
create table person_visit (
  person_id uuid primary key references person on delete cascade,
  latest_at timestamptz not null,
  previous_at timestamptz,
  -- When the claims came in last: at a sign-in or at the renewal of a session.
  claims_at timestamptz not null default now(),
  audiences text[] generated always as (array['person:' || person_id::text]) stored
);
call access.secure_own('person_visit');

-- The index of identities for sign-in: which person a verified token names, if any.
create function access.identify(token_issuer text, token_subject text) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select person_id from person_identity where issuer = token_issuer and subject = token_subject
$$;
revoke execute on function access.identify from public;
grant execute on function access.identify to hub_writer;

-- Opens a request: today's memberships, roles and departments with their ancestors become the viewer's audiences for this
-- transaction. Returns the viewer, or {"status": "locked"}; an unknown token is a stranger with a session.
create function access.enter(token_issuer text, token_subject text, acting_for uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who record;
  belongs jsonb;
  group_roles text[];
  sees text[] := array['public'];
begin
  select i.person_id, i.locked_at, p.name into who
    from person_identity i join person p on p.id = i.person_id
   where i.issuer = token_issuer and i.subject = token_subject;

  if who.locked_at is not null then
    perform set_config('app.audiences', '{}', true), set_config('app.person', '', true);
    return jsonb_build_object('status', 'locked');
  end if;

  if who.person_id is null then
    perform set_config('app.audiences', sees::text, true), set_config('app.person', '', true);
    return jsonb_build_object('status', 'stranger', 'audiences', to_jsonb(sees));
  end if;

  -- Each membership comes once for each of its audiences, and once with the company's own.
  select jsonb_agg(jsonb_build_object('id', m.id, 'companyId', m.company_id, 'departmentId', m.department_id, 'roles', r.roles) order by m.company_id)
           filter (where a.audience = 'company:' || m.company_id::text),
         array_agg(distinct a.audience) filter (where a.audience is not null)
    into belongs, group_roles
    from membership m
    cross join lateral (select coalesce(array_agg(distinct role), '{}') as roles from membership_role where membership_id = m.id) r
    cross join lateral (
      select 'company:' || m.company_id::text as audience
      union all
      select 'member:' || m.id::text
      union all
      select 'company:' || m.company_id::text || ':' || role from unnest(r.roles) role
      union all
      select 'department:' || id::text from (
        with recursive up as (
          select d.id, d.parent_id from department d where d.id = m.department_id
          union select d.id, d.parent_id from department d join up on d.id = up.parent_id
        ) select id from up) up
    ) a
   where m.person_id = who.person_id and (m.ended_at is null or m.ended_at > now());

  sees := sees || ('person:' || who.person_id::text) || coalesce(group_roles, '{}');
  if belongs is not null then
    sees := sees || 'group'::text;
  end if;

  select coalesce(array_agg(role order by role), '{}') into group_roles from group_role where person_id = who.person_id;
  if belongs is not null and 'office' = any (group_roles) then
    sees := sees || 'office'::text;
  end if;

  perform set_config('app.audiences', sees::text, true), set_config('app.person', who.person_id::text, true);
  return jsonb_build_object(
    'status', case when belongs is null then 'guest' else 'employee' end,
    'personId', who.person_id, 'name', who.name, 'audiences', to_jsonb(sees), 'memberships', coalesce(belongs, '[]'),
    'groupRoles', to_jsonb(group_roles),
    'actingFor', coalesce(
      (select m ->> 'companyId' from jsonb_array_elements(belongs) m where m ->> 'companyId' = acting_for::text),
      belongs -> 0 ->> 'companyId'));
end $$;
revoke execute on function access.enter from public;
grant execute on function access.enter to hub_reader, hub_writer;
