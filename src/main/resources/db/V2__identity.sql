-- Who is one person, and how each such statement is taken back. The rule behind it all: whose record a fact belongs to
-- and which records are one person are functions of what is in force now, so taking a statement back restores exactly.

alter table identity_journal add column interaction uuid;
create index identity_journal_other on identity_journal (other) where other is not null;
create index identity_journal_choice on identity_journal (interaction) where interaction is not null;

-- somebody was recognised by a handle at a moment: whatever an agent or a signed-in contact said, and on cookies and
-- devices also what systems told, because there the moment decides whose visit it was
create table recognition (
  id bigint generated always as identity primary key,
  kind text not null,
  value text not null,
  customer uuid not null,
  at timestamptz not null,
  journal bigint references identity_journal,
  verified boolean not null default false
);
create index recognition_handle on recognition (kind, value, at);
create index recognition_journal on recognition (journal) where journal is not null;
create unique index recognition_told on recognition (kind, value, customer, at) where journal is null;

-- told: a system's record has this handle; else it rests on recognitions of the journal alone and goes with them
alter table handle add column told boolean not null default true;
update handle set told = false where source = 'agent';

insert into recognition (kind, value, customer, at)
select kind, value, customer, first_seen from handle where kind in ('cookie', 'device');

-- the customer's own number, as the sender told it: how often somebody called from it is evidence
alter table interaction add column caller text generated always as (
  case course -> 'interaction' ->> 'direction' when 'out' then course -> 'interaction' ->> 'to'
    else course -> 'interaction' ->> 'from' end) stored;

-- whom it was found to come from; an agent's choice stands beside it in customer, and goes without a trace
alter table interaction add column found uuid;
update interaction set found = customer;

-- false until the duplicate finder has looked at it as it now stands
alter table customer add column examined boolean not null default false;
create index customer_unexamined on customer (id) where not examined;

create table block_key (
  key bigint not null,
  customer uuid not null,
  primary key (key, customer)
);
create index block_key_customer on block_key (customer);

-- two records that are probably one person; a < b, and one that an agent has refused is never suggested again
create table duplicate (
  id uuid primary key,
  a uuid not null,
  b uuid not null,
  score double precision not null,
  reasons text[] not null,
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by text,
  unique (a, b)
);
create index duplicate_b on duplicate (b);
create index duplicate_open on duplicate (score desc, id) where dismissed_at is null;

-- whose record a fact belongs to that was named by a handle ('kind:value') and happened at a moment.
-- A phone, e-mail or number: the record that has it, if all that have it are one person. A cookie or device of one
-- person: that person's. One that several people use, or is marked shared: whoever was recognised on it last before
-- the moment, at most a day before; nobody's otherwise.
create function home(named text, moment timestamptz) returns uuid language plpgsql stable strict as $$
declare
  k text := split_part(named, ':', 1);
  v text := substr(named, length(split_part(named, ':', 1)) + 2);
  persons int;
  common boolean;
  eldest uuid;
  last_who uuid;
  last_at timestamptz;
begin
  select count(distinct c.survivor), bool_or(h.shared), (array_agg(h.customer order by h.first_seen, h.customer))[1]
  into persons, common, eldest
  from handle h join customer c on c.id = h.customer where h.kind = k and h.value = v and not h.block;
  if persons = 0 then
    return null;
  end if;
  if k not in ('cookie', 'device') then
    return case when persons = 1 then eldest end;
  end if;
  select r.customer, r.at into last_who, last_at from recognition r
  where r.kind = k and r.value = v and r.at <= moment order by r.at desc, r.customer limit 1;
  if persons = 1 and not common then
    return coalesce(last_who, (select r.customer from recognition r
      where r.kind = k and r.value = v and r.at > moment order by r.at, r.customer limit 1), eldest);
  end if;
  return case when last_at > moment - interval '1 day' then last_who end;
end $$;

-- every fact that was named by this handle goes where it belongs now; the records whose cards are out of date
create function rehome(named text) returns setof uuid language sql as $$
  with p as (
    update purchase f set customer = home(named, f.placed_at) from purchase o
    where o.id = f.id and f.waits_for = named and f.customer is distinct from home(named, f.placed_at)
    returning f.customer as now, o.customer as was
  ), t as (
    update ticket f set customer = home(named, f.opened_at) from ticket o
    where o.id = f.id and f.waits_for = named and f.customer is distinct from home(named, f.opened_at)
    returning f.customer as now, o.customer as was
  ), b as (
    update feedback f set customer = home(named, f.at) from feedback o
    where o.id = f.id and f.waits_for = named and f.customer is distinct from home(named, f.at)
    returning f.customer as now, o.customer as was
  ), v as (
    update touchpoint f set customer = home(named, f.at) from touchpoint o
    where o.id = f.id and o.at = f.at and f.waits_for = named and o.waits_for = named
      and f.customer is distinct from home(named, f.at)
    returning f.customer as now, o.customer as was
  )
  select distinct x.who from (select * from p union all select * from t union all select * from b union all select * from v) m,
    lateral (values (m.now), (m.was)) x (who)
  where x.who is not null;
$$;

create or replace function claim(waiting text, holder uuid) returns void language plpgsql as $$
begin
  perform rehome(waiting);
end $$;

-- a system told that its customer uses a handle; a cookie or device was this customer's in that minute
create function recognise(named text, holder uuid, moment timestamptz) returns setof uuid language plpgsql as $$
declare
  k text := split_part(named, ':', 1);
begin
  if k in ('cookie', 'device') then
    insert into recognition (kind, value, customer, at)
    values (k, substr(named, length(k) + 2), holder, date_trunc('minute', moment)) on conflict do nothing;
  end if;
  return query select rehome(named);
end $$;

-- what a handle's row says follows from the recognitions that are in force
create function refresh_handle(k text, v text, who uuid) returns void language plpgsql as $$
declare
  choices int;
  links int;
  first_at timestamptz;
  last_at timestamptz;
  proven boolean;
begin
  select count(*) filter (where not r.verified), count(*), min(r.at), max(r.at), coalesce(bool_or(r.verified), false)
  into choices, links, first_at, last_at, proven
  from recognition r where r.kind = k and r.value = v and r.customer = who and r.journal is not null;
  if links = 0 then
    delete from handle where kind = k and value = v and customer = who and not told;
    update handle set chosen = 0 where kind = k and value = v and customer = who;
    return;
  end if;
  insert into handle (kind, value, customer, source, verified, chosen, first_seen, last_seen, told)
  values (k, v, who, case when proven then 'signed-in' else 'agent' end, proven, choices, first_at, last_at, false)
  on conflict (kind, value, customer) do update set chosen = excluded.chosen,
    source = case when handle.told then handle.source else excluded.source end,
    verified = case when handle.told then handle.verified else excluded.verified end,
    first_seen = case when handle.told then handle.first_seen else excluded.first_seen end,
    last_seen = case when handle.told then handle.last_seen else excluded.last_seen end;
end $$;
