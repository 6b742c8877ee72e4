-- The whole of what Shopbell keeps. Facts never move: a ticket, order, touchpoint or interaction stays with the
-- customer record it came for, and customer.survivor says which records are one person, so a merge can be undone.

create extension if not exists pg_trgm;

create table customer (
  id uuid primary key,
  survivor uuid not null,
  system text not null,
  external_id text not null,
  kind text not null,
  name text not null,
  since date,
  locale text,
  tier text,
  owner text,
  cues jsonb not null default '{}',
  attributes jsonb not null default '{}',
  updated_at timestamptz not null,
  unique (system, external_id)
);
create index customer_survivor on customer (survivor);

create table membership (
  person uuid not null,
  company uuid not null,
  role text not null,
  primary key (person, company, role)
);
create index membership_company on membership (company);

-- a phone, e-mail, customer number, cookie or foreign id points to a customer; several may hold the same one
create table handle (
  kind text not null,
  value text not null,
  customer uuid not null,
  source text not null,
  verified boolean not null default false,
  shared boolean not null default false,
  block boolean not null default false,
  chosen int not null default 0,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (kind, value, customer)
);
create index handle_customer on handle (customer);

-- every link and merge, so that each can be undone exactly
create table identity_journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  what text not null check (what in ('link', 'unlink', 'merge', 'unmerge')),
  customer uuid not null,
  other uuid,
  payload jsonb not null default '{}',
  undone_by bigint
);
create index identity_journal_customer on identity_journal (customer);

create table purchase (
  id uuid primary key,
  customer uuid,
  waits_for text,
  system text not null,
  external_id text not null,
  placed_at timestamptz not null,
  amount numeric(14, 2) not null,
  currency text not null,
  margin numeric(14, 2),
  status text not null,
  items jsonb not null default '[]',
  url text,
  updated_at timestamptz not null
);
create index purchase_customer on purchase (customer, placed_at desc);
create index purchase_waits on purchase (waits_for) where waits_for is not null;
create index purchase_number on purchase (external_id);

create table shipment (
  id uuid primary key,
  purchase uuid not null,
  system text not null,
  external_id text not null,
  promised_at timestamptz,
  expected_at timestamptz,
  delivered_at timestamptz,
  status text not null,
  events jsonb not null default '[]',
  exception text,
  url text,
  updated_at timestamptz not null
);
create index shipment_purchase on shipment (purchase);

create table ticket (
  id uuid primary key,
  customer uuid,
  waits_for text,
  system text not null,
  external_id text not null,
  subject text not null,
  status text not null,
  priority text not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  owner text,
  url text
);
create index ticket_customer on ticket (customer, updated_at desc);
create index ticket_open on ticket (customer) where status <> 'closed';
create index ticket_waits on ticket (waits_for) where waits_for is not null;

create table feedback (
  id uuid primary key,
  customer uuid,
  waits_for text,
  system text not null,
  kind text not null,
  score int not null,
  comment text,
  interaction text,
  at timestamptz not null
);
create index feedback_customer on feedback (customer, at desc);
create index feedback_waits on feedback (waits_for) where waits_for is not null;

create table touchpoint (
  id uuid not null,
  at timestamptz not null,
  customer uuid,
  waits_for text,
  source text not null,
  channel text not null,
  name text not null,
  properties jsonb not null default '{}',
  outcome text,
  primary key (id, at)
) partition by range (at);
create index touchpoint_customer on touchpoint (customer, at desc);
create index touchpoint_waits on touchpoint (waits_for) where waits_for is not null;

create table interaction (
  id uuid not null,
  arrived_at timestamptz not null,
  customer uuid,
  channel text not null,
  direction text not null,
  state text not null,
  agents text[] not null,
  rung text[] not null,
  ended_at timestamptz,
  cause text,
  disposition text,
  note text,
  agent text,
  course jsonb not null,
  primary key (id, arrived_at)
) partition by range (arrived_at);
create index interaction_customer on interaction (customer, arrived_at desc);
create index interaction_open on interaction (arrived_at) where state <> 'closed';
create index interaction_ended on interaction (ended_at) where state = 'closed';

create table promise (
  id uuid primary key,
  customer uuid not null,
  interaction uuid,
  agent text,
  text text not null,
  due timestamptz not null,
  kept_at timestamptz,
  made_at timestamptz not null
);
create index promise_customer on promise (customer, due desc);

create table notice (
  id text primary key,
  severity text not null,
  text text not null,
  applies_to jsonb not null default '{}',
  at timestamptz not null,
  cleared boolean not null default false
);

-- events that were kept, so that a repeated one is known; old rows are pruned
create table inbox (
  door text not null,
  key text not null,
  received_at timestamptz not null,
  primary key (door, key)
);
create index inbox_age on inbox (received_at);

create table app_user (
  name text primary key,
  role text not null,
  secret text not null,
  aliases text[] not null default '{}',
  queues text[] not null default '{}',
  last_seen timestamptz
);

create table session (
  token text primary key,
  name text not null references app_user on delete cascade,
  expires_at timestamptz not null
);

create table api_key (
  name text primary key,
  scope text not null,
  hash text not null unique,
  made_at timestamptz not null
);

-- from which lifetime value on a customer belongs to the best n per cent; made anew by refresh_ranks()
create table value_rank (
  currency text not null,
  percent int not null,
  at_least numeric(14, 2) not null,
  primary key (currency, percent)
);

create table marker (
  name text primary key,
  at timestamptz not null
);

create function refresh_ranks() returns void language sql as $$
  delete from value_rank;
  insert into value_rank
  select currency, p, percentile_disc(1 - p / 100.0) within group (order by total)
  from (
    select p.currency, c.survivor, sum(p.amount) total
    from purchase p join customer c on c.id = p.customer
    group by 1, 2
  ) totals, unnest(array[1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50]) p
  group by currency, p;
$$;

-- the month's partition of a table, made when it is missing; safe when many ask at once
create function ensure_month(parent text, at timestamptz) returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', at at time zone 'UTC') at time zone 'UTC';
  part text := parent || to_char(at at time zone 'UTC', '_YYYYMM');
begin
  if to_regclass(part) is null then
    perform pg_advisory_xact_lock(hashtext(part));
    if to_regclass(part) is null then
      execute format('create table %I partition of %I for values from (%L) to (%L)',
        part, parent, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
    end if;
  end if;
end $$;

-- facts that were named by a handle nobody had yet go to the customer who has it now
create function claim(waiting text, holder uuid) returns void language plpgsql as $$
begin
  update purchase set customer = holder, waits_for = null where waits_for = waiting and customer is null;
  update ticket set customer = holder, waits_for = null where waits_for = waiting and customer is null;
  update feedback set customer = holder, waits_for = null where waits_for = waiting and customer is null;
  update touchpoint set customer = holder, waits_for = null where waits_for = waiting and customer is null;
end $$;

-- how a name is compared: without case, accents, and the two ways to write an umlaut
create function fold(name text) returns text language sql immutable parallel safe as $$
  select translate(replace(replace(replace(replace(lower(name), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'),
    'áàâãåéèêëíìîïóòôõøúùûýñçčćšžłńśżźěřůťďğış', 'aaaaaeeeeiiiiooooouuuyncccszlnszzerutdgis');
$$;
create index customer_name on customer using gin (fold(name) gin_trgm_ops);
create index handle_value on handle using gin (value gin_trgm_ops);
create index ticket_number on ticket (external_id);

-- customers by name (typing errors forgiven), number, e-mail, customer, order or ticket number; best first
create function search_customers(asked text, digits text, skip int)
returns table (id uuid, name text, kind text, match text)
language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  with hit as (
    (select c.survivor, 'name' as match, word_similarity(fold(asked), fold(c.name))
        + case when fold(c.name) like fold(asked) || '%' then 0.2 else 0 end as score
      from customer c
      where fold(asked) <% fold(c.name) or fold(c.name) like '%' || fold(asked) || '%'
      order by 3 desc limit 200)
    union all
    (select c.survivor, 'phone', 1.3 from handle h join customer c on c.id = h.customer
      where digits <> '' and h.kind = 'phone' and h.value like '%' || digits || '%' limit 100)
    union all
    (select c.survivor, case h.kind when 'email' then 'email' else 'customer-number' end, 1.3
      from handle h join customer c on c.id = h.customer
      where h.kind in ('email', 'customerNumber', 'external') and h.value like '%' || lower(asked) || '%' limit 100)
    union all
    (select c.survivor, 'order', 1.4 from purchase p join customer c on c.id = p.customer
      where p.external_id = upper(asked) or p.external_id = asked limit 20)
    union all
    (select c.survivor, 'ticket', 1.4 from ticket t join customer c on c.id = t.customer
      where t.external_id = ltrim(asked, '#') limit 20)
  ),
  best as (select distinct on (survivor) survivor, match, score from hit order by survivor, score desc)
  select c.id, c.name, c.kind, best.match from best join customer c on c.id = best.survivor
  order by best.score desc, c.name, c.id offset skip limit 21;
$$;
