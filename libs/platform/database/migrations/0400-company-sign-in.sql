-- SPDX-License-Identifier: EUPL-1.2
-- How the people of each company come in, and how the hub learns that somebody left it.

-- The part behind the @ of a company's addresses, in small letters. As public as its function address; each belongs to one company.
create table company_mail_domain (
  domain text primary key check (domain = lower(domain) and domain ~ '^[^@\s.]+(\.[^@\s.]+)+$' and length(domain) <= 253),
  company_id uuid not null references company on delete cascade,
  audiences text[] generated always as (array['public']) stored
);
create index company_mail_domain_company on company_mail_domain (company_id);
call access.secure_own('company_mail_domain');
grant delete on company_mail_domain to hub_writer;

-- For the company's own people, whose sessions it rules, and for the office. A company without a row has accounts in the realm itself.
create table company_sign_in (
  company_id uuid primary key references company on delete cascade,
  -- Alias of the company's identity provider at the realm; null: accounts of the realm itself.
  provider text unique check (provider ~ '^[a-z0-9-]{2,40}$'),
  sign_out_at_provider boolean not null default false,
  -- broker-token: the provider is asked at each renewal; short-session: the session is short; hub-only: the hub is told.
  leaver_way text not null default 'hub-only' check (leaver_way in ('broker-token', 'short-session', 'hub-only')),
  session_minutes integer check (session_minutes between 5 and 600),
  audiences text[] generated always as (array['company:' || company_id::text, 'office']) stored,
  check (leaver_way <> 'broker-token' or provider is not null),
  check ((leaver_way = 'short-session') = (session_minutes is not null))
);
call access.secure_own('company_sign_in');

-- For the sign-in page, which a stranger reads: which company has a provider of its own, and nothing else of how it signs in.
create function access.sign_in_providers() returns table (company_id uuid, provider text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select company_id, provider from company_sign_in where provider is not null
$$;
revoke execute on function access.sign_in_providers from public;
grant execute on function access.sign_in_providers to hub_reader;
