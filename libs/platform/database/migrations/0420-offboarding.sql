-- SPDX-License-Identifier: EUPL-1.2
-- A company's own system says who has left, with a token that speaks for this company and for nothing else.

create table offboarding_token (
  id uuid primary key,
  company_id uuid not null references company on delete cascade,
  name text not null check (length(name) between 1 and 80),
  -- SHA-256 of 32 random bytes; the token itself is kept nowhere.
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  revoked_at timestamptz,
  audiences text[] generated always as (array['company:' || company_id::text || ':admin']) stored
);
call access.secure_own('offboarding_token');

-- Which company a token speaks for. From here on the transaction sees what an admin of that company sees of people, and no entry.
create function access.enter_as_company(token_hash text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  company uuid;
begin
  select company_id into company from offboarding_token where hash = token_hash and revoked_at is null;
  if company is null then
    return null;
  end if;
  perform set_config('app.audiences', array['company:' || company::text || ':admin', 'group']::text, true);
  return company;
end $$;
revoke execute on function access.enter_as_company from public;
grant execute on function access.enter_as_company to hub_writer;

-- The account's name at the company, by which its own system knows the person.
alter table person_identity add account text check (length(account) between 1 and 255);
call access.grant_columns('person_identity');

-- People of a company by mail address or account name, for its own system: identities are for the person alone.
create function access.members_called(of_company uuid, called text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.person_id from membership m join company c on c.id = m.company_id
   where m.company_id = of_company
     and (exists (select 1 from person_contact p where p.person_id = m.person_id and p.kind = 'mail' and lower(p.value) = lower(called))
          or exists (select 1 from person_identity i where i.person_id = m.person_id
                       and lower(i.account) in (lower(called), lower(c.slug || '.' || called))))
$$;
revoke execute on function access.members_called from public;
grant execute on function access.members_called to hub_writer;
