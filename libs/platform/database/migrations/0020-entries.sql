-- SPDX-License-Identifier: EUPL-1.2
-- The spine. Rows of an entry hold what is released; whatever is typed is a revision.

create table topic (
  id text primary key check (id ~ '^[a-z0-9-]{2,40}$'),
  name_de text not null collate german,
  name_en text not null,
  audiences text[] generated always as (array['public']) stored
);
call access.secure_own('topic');

create table entry (
  id uuid primary key,
  kind text not null,
  state text not null check (state in ('draft', 'published', 'archived', 'trashed')),
  slug text not null default '',
  title text not null default '' check (length(title) <= 160),
  key_statement text not null default '' check (length(key_statement) <= 280),
  body text not null default '',
  language text not null default 'de' check (language in ('de', 'en')),
  company_id uuid not null references company,
  department_id uuid,
  -- Who answers for it: a member of the company, even when the membership has ended since.
  responsible_id uuid not null,
  visibility text not null default 'private' check (visibility in ('private', 'department', 'company', 'companies', 'group', 'public')),
  valid_until date,
  -- Number of the released revision, 0 before the first release.
  revision integer not null default 0,
  published_at timestamptz,
  -- Since when which audience can read it (libs/entries/entry-shown.ts), and the latest of these moments: what is new for whom.
  shown jsonb not null default '{}',
  shown_at timestamptz,
  -- Since when it lies in the bin, which is emptied after a while.
  trashed_at timestamptz check ((state = 'trashed') = (trashed_at is not null)),
  updated_at timestamptz not null,
  created_at timestamptz not null,
  -- A new row is for the person who writes it; access.set_audiences decides from then on.
  audiences text[] not null default array['person:' || current_setting('app.person')],
  foreign key (responsible_id, company_id) references membership (person_id, company_id),
  foreign key (department_id, company_id) references department (id, company_id)
);
create index entry_owner on entry (company_id);
create index entry_responsible on entry (responsible_id);
create index entry_published on entry (published_at desc, id desc) where state = 'published';
create index entry_shown on entry (shown_at desc) where state = 'published';
create index entry_audiences on entry using gin (audiences);
call access.secure_own('entry');

create table entry_topic (
  entry_id uuid not null references entry on delete cascade,
  topic_id text not null references topic,
  primary key (entry_id, topic_id)
);
create index entry_topic_topic on entry_topic (topic_id);
call access.secure_content('entry_topic');

-- Author and co-authors: named for good, and writing while the membership lasts with which they began.
create table entry_author (
  entry_id uuid not null references entry on delete cascade,
  person_id uuid not null references person,
  membership_id uuid not null,
  position integer not null,
  primary key (entry_id, person_id),
  foreign key (membership_id, person_id) references membership (id, person_id)
);
create index entry_author_person on entry_author (person_id);
call access.secure_content('entry_author');

-- With the choice "chosen companies": which, beside the own one.
create table entry_company (
  entry_id uuid not null references entry on delete cascade,
  company_id uuid not null references company,
  primary key (entry_id, company_id)
);
call access.secure_content('entry_company');

-- One saved state: spine and kind together as one validated document. For those who write the entry.
create table revision (
  id uuid primary key,
  entry_id uuid not null references entry on delete cascade,
  number integer not null check (number > 0),
  document jsonb not null,
  saved_by uuid not null references person,
  saved_at timestamptz not null,
  audiences text[] not null default array['person:' || current_setting('app.person')],
  unique (entry_id, number)
);
call access.secure_part('revision');

-- What happened: ids and field names, never text. With scope `readers` it is content of the entry; with `authors` it is for those who write it.
create table event (
  id uuid primary key,
  entry_id uuid not null references entry on delete cascade,
  action text not null,
  scope text not null check (scope in ('readers', 'authors')),
  person_id uuid references person,
  company_id uuid references company,
  revision integer,
  fields text[] not null default '{}',
  at timestamptz not null,
  audiences text[] not null default array['person:' || current_setting('app.person')]
);
create index event_entry on event (entry_id, at desc);
call access.secure('event');
create policy sight on event to hub_reader, hub_writer
  using (exists (select 1 from entry e where e.id = event.entry_id)
         and (scope = 'readers' or audiences && current_setting('app.audiences')::text[]))
  with check (exists (select 1 from entry e where e.id = event.entry_id)
         and (scope = 'readers' or audiences && current_setting('app.audiences')::text[]));

-- The only way audiences change. The last statement of a use case: afterwards the caller may not see the entry any more.
-- Refuses, as if the entry did not exist, a caller who does not see it or is not among those who write it.
create function access.set_audiences(target uuid, readers text[], writers text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from entry e where e.id = target and e.audiences && current_setting('app.audiences')::text[])
     or not exists (select 1 from revision r where r.entry_id = target and r.audiences && current_setting('app.audiences')::text[]) then
    raise exception 'entry not found' using errcode = 'no_data_found';
  end if;
  perform access.apply_audiences(target, readers, writers);
end $$;
revoke execute on function access.set_audiences from public;
grant execute on function access.set_audiences to hub_writer;

-- Everything that says who may see an entry, at once.
create function access.apply_audiences(target uuid, readers text[], writers text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update entry set audiences = readers where id = target and audiences is distinct from readers;
  update revision set audiences = writers where entry_id = target and audiences is distinct from writers;
  update event set audiences = writers where entry_id = target and scope = 'authors' and audiences is distinct from writers;
  perform access.search_audiences(target, readers);
end $$;
revoke execute on function access.apply_audiences from public;

-- Keeps an entry as it is until the transaction ends. Whoever reads it afterwards reads what is there now.
create function access.hold(target uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an older snapshot would show an older entry';
  end if;
  perform 1 from entry e where e.id = hold.target for no key update;
  return found;
end $$;
revoke execute on function access.hold from public;
grant execute on function access.hold to hub_worker;

-- What a leaver answered for is looked after by the company, and no more once somebody answers for it: the worker adds its editors and
-- admins, and nobody else.
create function access.set_succession(target uuid, readers text[], writers text[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (
    (select unnest(readers) except select unnest(e.audiences) from entry e where e.id = target)
    union (select unnest(writers) except select unnest(r.audiences) from revision r where r.entry_id = target)
    except select 'company:' || e.company_id::text || ':' || role from entry e, unnest(array['editor', 'admin']) role where e.id = target
  ) then
    raise exception 'nobody else succeeds a leaver' using errcode = 'insufficient_privilege';
  end if;
  perform access.apply_audiences(target, readers, writers);
end $$;
revoke execute on function access.set_succession from public;
grant execute on function access.set_succession to hub_worker;

create table reuse (
  id uuid primary key,
  entry_id uuid not null references entry on delete cascade,
  company_id uuid not null references company,
  person_id uuid not null references person,
  since timestamptz not null,
  unique (entry_id, company_id)
);
call access.secure_content('reuse');

-- Reports of barriers are for the office; anybody may write one, also a stranger, and reads it nevermore.
create table barrier_report (
  id uuid primary key,
  page text not null check (length(page) <= 500),
  message text not null check (length(message) between 1 and 5000),
  reply_to text check (length(reply_to) <= 320),
  created_at timestamptz not null,
  audiences text[] generated always as (array['office']) stored
);
call access.secure('barrier_report');
create policy sight on barrier_report for select to hub_reader, hub_writer using (audiences && current_setting('app.audiences')::text[]);
create policy report on barrier_report for insert to hub_writer with check (true);
