-- SPDX-License-Identifier: EUPL-1.2
-- The web app's own state (docs/decisions/0004): nobody else reads it, and the web app reads nothing else.

create schema web;
revoke all on schema web from public;
grant usage on schema web to hub_web;

create table web.session (
  -- Told between processes; never leaves the server.
  id uuid primary key,
  -- SHA-256 of the cookie: whoever reads this table cannot sign in with it.
  cookie_hash bytea not null unique check (octet_length(cookie_hash) = 32),
  -- Whom and which session at the provider a back-channel logout names.
  subject text not null,
  sid text not null,
  -- Access, refresh and ID token, encrypted with a key that is not in the database.
  tokens bytea not null,
  access_token_ends_at timestamptz not null,
  -- Set before the refresh token is sent and cleared with its successor: one that may have been spent is never sent again.
  refresh_sent_at timestamptz,
  -- Whether the API has been told about the present access token.
  announced boolean not null,
  acting_for uuid,
  -- What the company decided about the session, as the API said at the latest sign-in or renewal.
  provider text,
  leaver_way text not null default 'hub-only' check (leaver_way in ('broker-token', 'short-session', 'hub-only')),
  sign_out_at_provider boolean not null default false,
  -- When the company's provider last said that it knows the person.
  known_at timestamptz not null default now(),
  -- Kind of browser and system, so that people recognise their own sessions; never what the browser says word by word.
  device text not null default '' check (device ~ '^[a-z]{0,12}( [a-z]{2,12})?$'),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ends_at timestamptz not null
);
create index session_sid on web.session (sid);
create index session_subject on web.session (subject);
create index session_ends on web.session (ends_at);

-- Logout tokens that were obeyed, until they end by themselves: a copy sent later must not end a newer session.
create table web.spent_logout_token (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  ends_at timestamptz not null
);

revoke all on all tables in schema web from public;
grant select, insert, update, delete on web.session, web.spent_logout_token to hub_web;

alter table web.session enable row level security;
alter table web.session force row level security;
create policy web on web.session to hub_web using (true) with check (true);

alter table web.spent_logout_token enable row level security;
alter table web.spent_logout_token force row level security;
create policy web on web.spent_logout_token to hub_web using (true) with check (true);
