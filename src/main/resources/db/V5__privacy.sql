-- Files on their way in, who looked at whom, and how a customer is forgotten.

-- how far a file has been read, written in the transaction of its rows: a killed import goes on exactly there
create table import_progress (
  file text primary key,
  kind text not null,
  rows bigint not null default 0,
  rejected bigint not null default 0,
  rejected_bytes bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);

-- who looked at whom, and why: only ever added to. A search keeps neither what was asked nor whom it found
create sequence look_id;
create table look (
  id bigint not null default nextval('look_id'),
  at timestamptz not null,
  agent text not null,
  why text not null check (why in ('rang', 'search', 'opened', 'page', 'exported', 'erased')),
  customer uuid,
  interaction uuid,
  primary key (id, at)
) partition by range (at);
create index look_customer on look (customer, id desc);
create index look_agent on look (agent, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'this log is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger look_stays before update or delete on look for each row execute function refuse_change();
create trigger look_stays_whole before truncate on look for each statement execute function refuse_change();

-- that somebody was forgotten, so that the second time is the same as the first; the uuid leads nowhere any more
create table erasure (
  customer uuid primary key,
  at timestamptz not null,
  actor text not null,
  what text not null check (what in ('erased', 'anonymised')),
  done jsonb not null
);

-- every table that can name a customer, by its columns that can: a table of a later day is among them by itself;
-- those that point to another come first, for that is the order to delete in
create function about_customers() returns table (tab text, cols text[]) language sql stable as $$
  select k.relname::text, array_agg(a.attname::text order by a.attnum)
  from pg_class k join pg_attribute a on a.attrelid = k.oid and a.attnum > 0 and not a.attisdropped
  where k.relnamespace = current_schema()::regnamespace and k.relkind in ('r', 'p') and not k.relispartition
    and a.atttypid = 'uuid'::regtype and k.relname not in ('look', 'erasure')
  group by k.oid, k.relname
  order by not exists (select from pg_constraint c where c.conrelid = k.oid and c.contype = 'f'), k.relname;
$$;

create function naming(cols text[]) returns text language sql immutable as $$
  select string_agg(format('t.%I = any ($1)', col), ' or ') from unnest(cols) col;
$$;

-- all records of the person that this record belongs to
create function person_of(who uuid) returns uuid[] language sql stable as $$
  select array_agg(id order by id) from customer where survivor = (select survivor from customer where id = who);
$$;

-- whole rows that name one of these ids
create function rows_about(ids uuid[]) returns table (tab text, line jsonb) language plpgsql stable as $$
declare t record;
begin
  for t in select * from about_customers() a order by a.tab loop
    return query execute format('select %L::text, to_jsonb(t) from %I t where %s order by t::text',
      t.tab, t.tab, naming(t.cols)) using ids;
  end loop;
end $$;

-- puts a row of an export back; one that is there stays as it is
create function restore_row(into_table text, line jsonb) returns void language plpgsql as $$
declare columns text;
begin
  if not exists (select from about_customers() a where a.tab = into_table) then
    raise exception 'no such table' using errcode = 'invalid_parameter_value';
  end if;
  if into_table in ('touchpoint', 'interaction') then
    perform ensure_month(into_table, coalesce(line ->> 'at', line ->> 'arrived_at')::timestamptz);
  end if;
  -- the same contact without its person gives way
  if into_table = 'interaction' then
    delete from interaction i where i.id = (line ->> 'id')::uuid and i.customer is null
      and i.course -> 'interaction' ->> 'senderId' = i.id::text;
  end if;
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
  where attrelid = into_table::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  execute format('insert into %1$I (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$I, $1)
    on conflict do nothing', into_table, columns) using line;
end $$;

-- a contact without the person: when, which channel and queue, who answered, how it ended
create function blank_course(course jsonb, id uuid) returns jsonb language sql immutable as $$
  select course || jsonb_build_object('handles', '[]'::jsonb, 'attributes', '{}'::jsonb, 'customer', null,
    'revision', (course ->> 'revision')::int + 1,
    'interaction', course -> 'interaction' || jsonb_build_object('from', null, 'to', null,
      'messages', '[]'::jsonb, 'senderId', id::text));
$$;

-- forgets a person in every table; null when nobody is there. Contacts stay as counts, the log of looks as it is
create function erase_customer(who uuid, by_whom text, now timestamptz) returns jsonb language plpgsql as $$
declare
  ids uuid[] := person_of(who);
  mine uuid[];
  own text[];
  numbers text[];
  told jsonb;
  done jsonb := '{}';
  n bigint;
  t record;
begin
  if ids is null then
    return null;
  end if;
  perform from customer where id = any (ids) for update;
  select jsonb_agg(jsonb_build_object('system', system, 'id', external_id)) into told from customer where id = any (ids);
  select coalesce(array_agg(h.kind || ':' || h.value), '{}'), coalesce(array_agg(h.value), '{}') into own, numbers
  from handle h where h.customer = any (ids) and not exists (
    select from handle o where o.kind = h.kind and o.value = h.value and not o.customer = any (ids));
  mine := ids || array(select id from purchase where customer = any (ids) or waits_for = any (own));
  update interaction i set customer = null, found = null, note = null, course = blank_course(course, i.id)
  where i.customer = any (ids) or i.found = any (ids) or i.course ->> 'customer' = any (ids::text[])
    or (i.customer is null and i.caller = any (numbers));
  get diagnostics n = row_count;
  done := done || jsonb_build_object('interaction', n);
  delete from inbox where exists (select from unnest(numbers) v where length(v) > 4 and position(v in key) > 0);
  get diagnostics n = row_count;
  done := done || jsonb_build_object('inbox', n);
  for t in select tab, cols, exists (select from pg_attribute a where a.attrelid = tab::regclass and attname = 'waits_for') waits
      from about_customers() where tab not in ('interaction', 'guess') loop
    execute format('delete from %I t where %s %s', t.tab, naming(t.cols),
      case when t.waits then 'or t.waits_for = any ($2)' else 'and $2 is not null' end) using mine, own;
    get diagnostics n = row_count;
    done := done || jsonb_build_object(t.tab, n);
  end loop;
  insert into erasure (customer, at, actor, what, done)
  select id, now, by_whom, 'erased', done from unnest(ids) id on conflict do nothing;
  return jsonb_build_object('what', 'erased', 'at', now, 'done', done, 'sources', told);
end $$;

-- moves what happened to a nameless record with new ids, without words anybody wrote, and forgets the person
create function anonymise_customer(who uuid, by_whom text, now timestamptz) returns jsonb language plpgsql as $$
declare
  ids uuid[] := person_of(who);
  nobody uuid := gen_random_uuid();
  salt text := gen_random_uuid()::text;
  result jsonb;
begin
  if ids is null then
    return null;
  end if;
  insert into customer (id, survivor, system, external_id, kind, name, since, locale, tier, updated_at)
  select nobody, nobody, 'anonymous', nobody::text, kind, '—', date_trunc('year', since)::date, locale, tier, now
  from customer where id = (select survivor from customer where id = who);
  update shipment s set id = md5(salt || s.id)::uuid, purchase = md5(salt || purchase)::uuid,
    external_id = md5(salt || s.id), events = '[]', url = null
  where purchase in (select id from purchase where customer = any (ids));
  update purchase set id = md5(salt || id)::uuid, external_id = md5(salt || id), waits_for = null, url = null, customer = nobody
  where customer = any (ids);
  update ticket set id = md5(salt || id)::uuid, external_id = md5(salt || id), waits_for = null, subject = '—',
    url = null, customer = nobody
  where customer = any (ids);
  update feedback set id = md5(salt || id)::uuid, waits_for = null, comment = null, interaction = null,
    customer = nobody
  where customer = any (ids);
  update touchpoint set id = md5(salt || id)::uuid, waits_for = null, properties = '{}', customer = nobody
  where customer = any (ids);
  update interaction i set customer = nobody, found = nobody, note = null, course = blank_course(course, i.id)
  where customer = any (ids) and state = 'closed';
  result := erase_customer(who, by_whom, now);
  update erasure set what = 'anonymised' where customer = any (ids);
  return result || jsonb_build_object('what', 'anonymised', 'customer', nobody);
end $$;
