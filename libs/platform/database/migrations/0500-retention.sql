-- SPDX-License-Identifier: EUPL-1.2
-- What docs/data-protection.md promises to delete. The worker deletes nothing itself: it calls these with the moment before which something
-- must have happened; called twice they find nothing.

-- Entries that lie in the bin since before then, with all that hangs on them. Nobody but their authors has ever read them.
create function access.empty_bin(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone integer;
begin
  delete from entry where state = 'trashed' and trashed_at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function access.empty_bin from public;
grant execute on function access.empty_bin to hub_worker;

-- People whose last membership ended before then. Guests never had one.
create function access.left_before(moment timestamptz) returns setof uuid
language sql stable set search_path = pg_catalog, public as $$
  select person_id from membership group by person_id having bool_and(ended_at is not null) and max(ended_at) < moment
$$;
revoke execute on function access.left_before from public;

-- How somebody is reached, what they said of themselves and when they were here, once they have left; and at once what a company said of those
-- who are no longer of it.
create function access.forget_leavers(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone integer;
begin
  delete from membership_claim c using membership m where m.id = c.membership_id and m.ended_at <= now();
  delete from person_profile where person_id in (select access.left_before(before));
  delete from person_visit where person_id in (select access.left_before(before));
  delete from person_contact where person_id in (select access.left_before(before));
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function access.forget_leavers from public;
grant execute on function access.forget_leavers to hub_worker;

-- Accounts nobody uses: in no company since before then, not seen since, and nothing here refers to them. Who wrote something stays named.
create function access.forget_accounts(before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  candidate uuid;
  gone integer := 0;
begin
  for candidate in
    select p.id from person p left join person_visit v on v.person_id = p.id
     where greatest(p.created_at, v.latest_at) < before
       and not exists (select from membership m where m.person_id = p.id and (m.ended_at is null or m.ended_at >= before))
  loop
    begin
      delete from person where id = candidate;
      gone := gone + 1;
    exception when foreign_key_violation then
      -- An entry, a revision or an event names the person.
      null;
    end;
  end loop;
  return gone;
end $$;
revoke execute on function access.forget_accounts from public;
grant execute on function access.forget_accounts to hub_worker;
