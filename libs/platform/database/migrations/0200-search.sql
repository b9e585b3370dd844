-- SPDX-License-Identifier: EUPL-1.2
-- Search. Both tables are granted to nobody: the functions below read them and apply the viewer's audiences themselves, because the indexes that
-- find words are not used below a policy (docs/decisions/0006). What a hit *says* is read from the entry, under its policy.

create schema search;
grant usage on schema search to hub_reader, hub_worker;

-- One row for each entry that can be found. Which lexemes a word has is decided in libs/search/lexemes.ts.
create table search.document (
  entry_id uuid primary key references public.entry on delete cascade,
  audiences text[] not null,
  kind text not null,
  state text not null,
  company_id uuid not null,
  topics text[] not null,
  year smallint not null,
  published_at timestamptz not null,
  used_by smallint not null,
  -- ' form/stem form/stem ': short and beside the row, so that ranking thousands of hits reads no other page.
  title text not null collate "C",
  key_statement text not null collate "C",
  focus text not null collate "C",
  lexemes tsvector not null,
  -- Those of the title alone: completions and entries while somebody types.
  title_lexemes tsvector not null,
  -- Plain text, for the stretch shown around a match.
  body text not null
);
-- What ranks and filters stays in a small row, what is only indexed or shown once lies beside it (a quarter less time for broad searches).
alter table search.document set (toast_tuple_target = 512),
  alter title set storage plain, alter key_statement set storage plain, alter focus set storage plain,
  alter audiences set storage main, alter topics set storage main,
  alter lexemes set statistics 0, alter title_lexemes set statistics 0, alter body set statistics 0;
create index document_lexemes on search.document using gin (lexemes) with (fastupdate = off);
create index document_title_lexemes on search.document using gin (title_lexemes) with (fastupdate = off);

-- How each indexed word is spelled; for "did you mean" and completions. Holds words of hidden entries too, so no function gives one away before an
-- entry with it has been found under the viewer's audiences.
create table search.word (
  form text primary key collate "C",
  written text not null,
  -- Never seen in lower case: a word that names something.
  noun boolean not null
);
create index word_similar on search.word using gin (form gin_trgm_ops);

alter table search.document enable row level security;
alter table search.document force row level security;
create policy owner on search.document to hub_migrator using (true) with check (true);
alter table search.word enable row level security;
alter table search.word force row level security;
create policy owner on search.word to hub_migrator using (true) with check (true);

-- What a typed word asks for; the other side of libs/search/lexemes.ts ---------------------------------------------------------------------

create function search.lexeme(value text) returns text language sql immutable as $$
  select '''' || replace(replace(value, '\', '\\'), '''', '''''') || ''''
$$;

-- The inflected word; from three letters on longer words that begin with it, from four on compounds that hold it.
create function search.term(form text, stem text, compounds boolean default true) returns text language sql immutable as $$
  select concat_ws(' | ',
    search.lexeme('=' || stem),
    search.lexeme(form) || case when length(form) >= 3 then ':*' else '' end,
    case when compounds and length(form) >= 4 then search.lexeme('+' || form) || ':*' end,
    case when compounds and length(form) >= 4 and length(stem) >= 4 then search.lexeme('+' || stem) || ' | ' || search.lexeme('~' || stem) end)
$$;

-- {form, stem, parts: [{form, stem}], compounds}: the word, or all its parts ("LED-Licht": led and licht; "E-Akte": akte).
create function search.match(term jsonb) returns text language sql immutable as $$
  select '(' || concat_ws(' | ',
    search.term(term ->> 'form', term ->> 'stem', (term ->> 'compounds')::boolean),
    (select '(' || string_agg('(' || search.term(part ->> 'form', part ->> 'stem') || ')', ' & ') || ')' from jsonb_array_elements(term -> 'parts') part)) || ')'
$$;

create function search.pattern(value text) returns text language sql immutable as $$
  select replace(replace(replace(value, '\', '\\'), '%', '\%'), '_', '\_')
$$;

-- Ranking as SQL: the weights of docs/search.md. A word in full counts 5, its beginning 4, a part of a compound 3;
-- twenty times in the title, eight times in the key statement, three times where the body speaks of it often.
-- "LED-Licht" counts by its parts, "E-Akte" as itself and half as much for "Akte".
create function search.rank(terms jsonb) returns text language sql immutable as $$
  with word as (
    select term as word, 1 as share from jsonb_array_elements(terms) term where jsonb_array_length(term -> 'parts') < 2
    union all
    select part, greatest(jsonb_array_length(term -> 'parts'), 2) from jsonb_array_elements(terms) term, jsonb_array_elements(term -> 'parts') part
  ), pattern as (
    select share, search.pattern(word ->> 'form') as form, search.pattern(word ->> 'stem') as stem from word
  )
  select coalesce(string_agg(format(
    -- The first comparison settles most rows.
    '%1$s * case when d.%2$I not like %3$L then 0 when d.%2$I like %4$L then 5 when d.%2$I like %5$L then 4 when d.%2$I like any (array[%6$L, %7$L]) then 3 else 0 end / %8$s',
    field.weight, field.name, '%' || stem || '%', '%/' || stem || ' %', '% ' || form || '%', '%' || form || '%', '%' || stem || ' %', share), ' + '), '0')
    from pattern, (values ('title', 20), ('key_statement', 8), ('focus', 3)) field (name, weight)
$$;

-- Words that stand together as they were typed ("Leichte Sprache").
create function search.phrase(terms jsonb) returns text language sql immutable as $$
  select case when count(*) < 2 then '0' else format('case when d.title ~ %1$L then 30 when d.key_statement ~ %1$L then 15 else 0 end',
    '/' || string_agg(regexp_replace(term ->> 'stem', '\W', '', 'g'), ' [^ ]+/' order by position) || ' ') end
    from jsonb_array_elements(terms) with ordinality as t (term, position)
$$;

-- True for a hit whose title and key statement already show all terms.
create function search.in_head(terms jsonb) returns text language sql immutable as $$
  select coalesce(string_agg(format('(d.title || d.key_statement) like any (array[%L, %L])', '%' || form || '%', '%' || stem || ' %'), ' and '), 'true')
    from (select search.pattern(term ->> 'form') as form, search.pattern(term ->> 'stem') as stem from jsonb_array_elements(terms) term) pattern
$$;

-- A condition with the values chosen in one facet; none chosen is all of them.
create function search.chosen(asked jsonb, facet text, condition text) returns text language sql immutable as $$
  select case when jsonb_typeof(asked -> facet) = 'array' then format(condition, array(select jsonb_array_elements_text(asked -> facet))) else 'true' end
$$;

-- Counts by value under the other facets' choices. `other` names their columns of `hit`.
create function search.facet(value text, source text, other text) returns text language sql immutable as $$
  select format('(select coalesce(jsonb_agg(jsonb_build_object(''value'', %1$s::text, ''count'', count) order by count desc, %1$s), ''[]'')
    from (select %2$s, count(*) as count from hit%3$s where %4$s group by 1) counted%5$s)',
    value, split_part(source, ' from ', 1), coalesce(', ' || nullif(split_part(source, ' from ', 2), ''), ''), other,
    case when value = 'slug' then ' join public.company on company.id = company_id' else '' end)
$$;

-- Reading -------------------------------------------------------------------------------------------------------------------------------

-- The planner knows nothing about lexemes (statistics 0: they cost more than they tell) and may take many for a reason to read the table, which
-- means unpacking the lexemes of each row, fifteen times slower for a word of 200 hits among 10,000: `enable_seqscan = off`.

-- Words of the best hits that hold the last term, with the exact number of hits each would have. 'completions': how the word could end;
-- 'narrower': longer words, and nouns beside it in titles. Only words of entries the viewer has just found.
create function search.words(terms jsonb, wanted text) returns text language sql immutable as $$
  select case when wanted is null or jsonb_array_length(terms) = 0 then 'null' else format($query$
    (with best as (
       select d.title, d.focus, d.title like any (array[%1$L, %8$L]) as in_title
         from (select * from chosen order by score desc, published_at desc, entry_id desc limit 200) first join search.document d using (entry_id)
     ), token as (
       select split_part(pair, '/', 1) as form, split_part(pair, '/', 2) as stem, in_title
         from (select string_to_table(title, ' ') as pair, in_title from best union all select string_to_table(focus, ' '), false from best) pairs
        where pair <> ''
     ), longer as (
       select mode() within group (order by form) as form, stem, count(*) as n, false as beside
         from token where form like %1$L and (%2$L = 'completions' or stem <> %3$L and form <> %4$L) group by stem order by n desc, stem limit 6
     ), beside as (
       select form, stem, n, true as beside
         from (select mode() within group (order by form) as form, stem, count(*) as n
                 from token where %2$L = 'narrower' and %5$L and in_title and form not like %1$L and stem <> %3$L and length(form) >= 4
                group by stem having count(*) >= 2 order by n desc, stem limit 12) frequent
        where (select noun from search.word where word.form = frequent.form) limit 3
     ), rest as (
       select form, form as stem, 0 as n, false as beside from search.word
        where %2$L = 'completions' and form like %6$L and not exists (select from longer) order by length(form), form limit 6
     ), candidate as materialized (
       select form, beside, search.term(form, stem)::tsquery as term from (table longer union all table beside union all table rest) candidates
     ), counted as materialized (
       select form, beside, (%7$s) as count from candidate
     )
     select coalesce(jsonb_agg(jsonb_build_object('written', coalesce(written, form), 'beside', beside, 'count', count)
              order by beside, count desc, form), '[]')
       from (select form, beside, count, (select written from search.word where word.form = counted.form) as written
                from counted where count > 0 and (%2$L = 'completions' or count < (select count(*) from chosen))) found)$query$,
    '%' || search.pattern(last ->> 'form') || '%', wanted, last ->> 'stem', last ->> 'form', jsonb_array_length(terms) = 1, search.pattern(last ->> 'form') || '%',
    case wanted
      -- What a search for it would find: the words before and this one.
      when 'completions' then 'select count(*) from search.document d where d.lexemes @@ ($4 && term) and d.audiences && $1 and d.state = ''published'''
      -- `offset 0`: the index intersects both, and the lexemes of a hit are never read.
      else 'select count(*) from chosen join (select d.entry_id from search.document d where d.lexemes @@ ($2 && term) offset 0) holding using (entry_id)' end,
    '%/' || search.pattern(last ->> 'stem') || ' %') end
    from (select terms -> -1 as last) as typed
$$;

-- Hits, their number, facets and words in one statement. `asked`:
--   terms [{form, stem, parts, compounds}], any (true: one term is enough), kinds, companies (slugs), topics, years, states (null: all), newest,
--   first, after {score, at, id}, facets (true: count them), words ('narrower', 'completions' or null),
--   titles (true: look in titles only), ahead (ids that belong to the hits in any case, before the others)
create function search.query(asked jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public set jit = off set enable_seqscan = off set work_mem = '16MB' as $$
declare
  viewer text[] := current_setting('app.audiences')::text[];
  terms jsonb := asked -> 'terms';
  matches tsquery := (select string_agg(search.match(term), case when (asked ->> 'any')::boolean then ' | ' else ' & ' end)
                        from jsonb_array_elements(terms) term);
  before tsquery := (select coalesce(string_agg(search.match(term), ' & '), '') from jsonb_array_elements(terms - -1) term);
  ahead uuid[] := array(select jsonb_array_elements_text(coalesce(asked -> 'ahead', '[]')));
  ranked text := case when (asked ->> 'newest')::boolean or matches is null then '0'
                      else format('%s + %s + 2 * least(d.used_by, 5) + case when d.entry_id = any (%L) then 1000 else 0 end',
                                  search.rank(terms), search.phrase(terms), ahead) end;
  answer jsonb;
begin
  execute format($query$
    with hit as materialized (
      select d.entry_id, d.kind, d.company_id, d.topics, d.year, d.state, d.published_at, (%s)::integer as score,
             %s as in_kind, %s as in_company, %s as in_topic, %s as in_year, %s as in_state
        from search.document d
       where d.audiences && $1 %s
    ), chosen as materialized (
      select entry_id, score, published_at from hit where in_kind and in_company and in_topic and in_year and in_state
    ), page as (
      select * from chosen
       where $3 ->> 'after' is null
          or (score, published_at, entry_id) < (($3 #>> '{after,score}')::integer, ($3 #>> '{after,at}')::timestamptz, ($3 #>> '{after,id}')::uuid)
       order by score desc, published_at desc, entry_id desc
       limit ($3 ->> 'first')::integer + 1
    )
    select jsonb_build_object(
      'total', (select count(*) from chosen),
      'found', (select count(*) from hit where in_state),
      'hits', (select coalesce(jsonb_agg(jsonb_build_object('id', p.entry_id, 'score', p.score, 'at', p.published_at,
                               'body', case when %s then '' else left(d.body, 100000) end)
                               order by p.score desc, p.published_at desc, p.entry_id desc), '[]')
                 from page p join search.document d using (entry_id)),
      'facets', case when ($3 ->> 'facets')::boolean then jsonb_build_object(
        'kinds', %s, 'companies', %s, 'topics', %s, 'years', %s, 'states', %s) end,
      'words', %s)
    $query$,
    ranked,
    search.chosen(asked, 'kinds', 'd.kind = any (%L)'),
    search.chosen(asked, 'companies', 'd.company_id in (select id from public.company where slug = any (%L))'),
    search.chosen(asked, 'topics', 'd.topics && %L'),
    search.chosen(asked, 'years', 'd.year = any (%L)'),
    search.chosen(asked, 'states', 'd.state = any (%L)'),
    case when matches is not null and (asked ->> 'titles')::boolean then format('and (d.title_lexemes @@ $2 or d.entry_id = any (%L))', ahead)
         when matches is not null then 'and d.lexemes @@ $2' end,
    search.in_head(terms),
    search.facet('kind', 'kind', 'in_company and in_topic and in_year and in_state'),
    search.facet('slug', 'company_id', 'in_kind and in_topic and in_year and in_state'),
    search.facet('topic', 'topic from unnest(topics) topic', 'in_kind and in_company and in_year and in_state'),
    search.facet('year', 'year', 'in_kind and in_company and in_topic and in_state'),
    search.facet('state', 'state', 'in_kind and in_company and in_topic and in_year'),
    search.words(terms, asked ->> 'words'))
    into answer using viewer, matches, asked, before;
  return answer;
end $$;

-- For each word: whether the viewer finds anything with it, and if not, how a word is spelled that is much like it and does find something.
create function search.spellings(terms jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public set jit = off set enable_seqscan = off as $$
declare
  viewer text[] := current_setting('app.audiences')::text[];
begin
  return (
    select jsonb_agg(jsonb_build_object('known', known, 'instead', instead) order by position)
      from jsonb_array_elements(terms) with ordinality as t (term, position)
      cross join lateral (select term ->> 'form' as typed) f
      cross join lateral (
        select exists (select from search.document d where d.lexemes @@ search.match(term)::tsquery and d.audiences && viewer) as known) k
      left join lateral (
        select jsonb_build_object('form', form, 'written', written) as instead
          from (select form, written, similarity(form, typed) as likeness
                  from search.word
                 where form % typed
                   and (abs(length(form) - length(typed)) <= 2 and similarity(form, typed) >= 0.4
                        or left(form, 3) = left(typed, 3) and word_similarity(typed, form) >= 0.7)
                 order by likeness desc, form limit 20) candidate
         where not known
           and exists (select from search.document d where d.lexemes @@ search.lexeme(form)::tsquery and d.audiences && viewer and d.state = 'published')
         order by likeness desc, form limit 1) s on true);
end $$;

-- Entries that may be about the same as a title somebody is writing: words weigh more the fewer entries have them.
create function search.similar(terms jsonb, except_entry uuid, wanted integer) returns table (id uuid, score real)
language plpgsql stable security definer set search_path = pg_catalog, public set jit = off set enable_seqscan = off as $$
declare
  viewer text[] := current_setting('app.audiences')::text[];
  matches tsquery := (select string_agg(search.match(term), ' | ') from jsonb_array_elements(terms) term);
begin
  return query execute format($query$
    with word as (
      select search.pattern(term ->> 'form') as form, search.pattern(term ->> 'stem') as stem from jsonb_array_elements($1) term
    ), hit as materialized (
      select d.entry_id, d.title, d.key_statement || d.focus as rest, d.published_at from search.document d
       where d.lexemes @@ $2 and d.audiences && $3 and d.state = 'published' and d.entry_id is distinct from $4
    ), weighed as (
      select entry_id, published_at, stem,
             case when title like any (array['%%/' || stem || ' %%', '%%' || form || '%%']) then 3 when rest like any (array['%%/' || stem || ' %%', '%%' || form || '%%']) then 1 end as weight,
             count(*) over (partition by stem) as entries
        from hit, word
       where title || rest like any (array['%%/' || stem || ' %%', '%%' || form || '%%'])
    )
    select entry_id, sum(weight / ln(2 + entries))::real as score from weighed
     group by entry_id, published_at having max(weight) = 3 or count(*) >= 2
     order by score desc, published_at desc, entry_id desc limit $5$query$)
    using terms, matches, viewer, except_entry, wanted;
end $$;

-- Writing -------------------------------------------------------------------------------------------------------------------------------

-- Whoever indexes an entry holds it from before reading its texts (access.hold): a use case that changes it, and locks it as well, comes before or after.

-- Replaces the row. Only the texts come from the caller: who may see it, its state and everything else is taken from the entry, so nothing can be
-- indexed wider than it is, nor while it is not to be found.
create function search.put(entry uuid, texts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone tsvector;
begin
  perform access.hold(put.entry);
  -- One at a time from here on: the words are shared by all rows.
  lock table search.word in share row exclusive mode;
  delete from search.document d where d.entry_id = put.entry returning d.lexemes into gone;
  insert into search.document
  select e.id, e.audiences, e.kind, e.state, e.company_id,
         array(select t.topic_id from entry_topic t where t.entry_id = e.id order by 1),
         extract(year from e.published_at at time zone 'Europe/Berlin'), e.published_at,
         (select count(*) from reuse r where r.entry_id = e.id),
         texts ->> 'title', texts ->> 'keyStatement', texts ->> 'focus',
         array_to_tsvector(array(select jsonb_array_elements_text(texts -> 'lexemes'))),
         array_to_tsvector(array(select jsonb_array_elements_text(texts -> 'titleLexemes'))), texts ->> 'body'
    from entry e
   where e.id = put.entry and e.state in ('published', 'archived') and e.published_at is not null;
  if found then
    insert into search.word as known
    select * from jsonb_to_recordset(texts -> 'words') word (form text, written text, noun boolean)
        on conflict (form) do update set noun = false where known.noun and not excluded.noun;
  end if;
  perform search.forget_words(gone);
end $$;

create function search.drop(entry uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  gone tsvector;
begin
  perform access.hold(drop.entry);
  lock table search.word in share row exclusive mode;
  delete from search.document d where d.entry_id = drop.entry returning d.lexemes into gone;
  perform search.forget_words(gone);
end $$;

-- Words nobody uses any more go with the row: a withdrawn text leaves nothing behind.
create function search.forget_words(gone tsvector) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from search.word w
   where w.form = any (tsvector_to_array(gone))
     and not exists (select from search.document d where d.lexemes @@ search.lexeme(w.form)::tsquery)
$$;

-- Called by access.apply_audiences, in the transaction that changes who may see the entry.
create function access.search_audiences(entry uuid, readers text[]) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update search.document d set audiences = readers where d.entry_id = search_audiences.entry and d.audiences is distinct from readers
$$;

revoke execute on all functions in schema search from public;
revoke execute on function access.search_audiences from public;
grant execute on function search.query, search.spellings, search.similar to hub_reader;
grant execute on function search.put, search.drop to hub_worker;
