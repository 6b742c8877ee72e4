-- Next best actions: the library, the decisions with what was shown of each, held-out persons, and what was learned.

-- own actions and vetoes, as their authors saved them; a version never changes, only its state does
create table library_entry (
  kind text not null check (kind in ('action', 'veto')),
  name text not null,
  version int not null,
  state text not null check (state in ('draft', 'tried', 'live', 'retired')),
  author text not null,
  at timestamptz not null,
  change text not null,
  document text not null,
  primary key (kind, name, version)
);
create unique index library_entry_live on library_entry (kind, name) where state = 'live';

-- one row for each contact, or for each question of another program
create table decision (
  id uuid primary key,
  customer uuid not null,
  interaction uuid,
  channel text not null,
  queue text,
  placement text not null,
  at timestamptz not null,
  inputs text not null,
  explanation jsonb not null
);
create index decision_customer on decision (customer);
create index decision_age on decision (at);

-- what a person saw of a decision, or would have seen; what the agent answered; and what the person did then
create table exposure (
  decision uuid not null,
  action text not null,
  version int not null,
  customer uuid not null,
  at timestamptz not null,
  place int not null,
  state text not null check (state in ('shown', 'held-out', 'vetoed')),
  veto text,
  benefit double precision not null,
  features text[] not null,
  success text,
  until timestamptz not null,
  least_score int,
  response text check (response in ('accepted', 'declined', 'later', 'done', 'wrong')),
  comment text,
  responded_at timestamptz,
  happened_at timestamptz,
  succeeded boolean not null default false,
  before double precision not null default 0,
  settled_at timestamptz,
  learned boolean not null default false,
  primary key (decision, action)
);
create index exposure_customer on exposure (customer, at);
create index exposure_age on exposure (at);
create index exposure_open on exposure (until) where settled_at is null and state <> 'vetoed';
create index exposure_unlearned on exposure (at) where settled_at is not null and state = 'shown' and not learned;

-- drawn once for each record; of a person with several records the earliest holds
create table hold_out (
  customer uuid not null,
  scope text not null,
  held_out boolean not null,
  share double precision not null,
  at timestamptz not null,
  primary key (customer, scope)
);

-- each further observation makes a new version; nothing personal is in it
create table success_model (
  action text not null,
  observations bigint not null,
  at timestamptz not null,
  weights jsonb not null,
  primary key (action, observations)
);

create table action_effect (
  action text primary key,
  at timestamptz not null,
  effect jsonb not null
);

-- when a success of a kind first happened to a person after a moment and until another; null when it did not.
-- Without a repeated contact is known only at the end of the time.
create function success_at(kind text, ids uuid[], since timestamptz, until timestamptz, least_score int)
returns timestamptz language sql stable as $$
  select case kind
    when 'order' then (select min(p.placed_at) from purchase p
      where p.customer = any (ids) and p.placed_at > since and p.placed_at <= until)
    when 'ticket-closed' then (select min(t.closed_at) from ticket t
      where t.customer = any (ids) and t.closed_at > since and t.closed_at <= until)
    when 'answer' then (select min(f.at) from feedback f
      where f.customer = any (ids) and f.score >= least_score and f.at > since and f.at <= until)
    when 'no-repeat-contact' then (select until where not exists (select from interaction i
      where i.customer = any (ids) and i.direction = 'in' and i.arrived_at > since and i.arrived_at <= until
        and i.course -> 'interaction' ->> 'parent' is null))
  end;
$$;

-- how often such an event happened in a time, for comparison with what came after
create function events_of(kind text, ids uuid[], since timestamptz, until timestamptz)
returns bigint language sql stable as $$
  select case kind
    when 'order' then (select count(*) from purchase p
      where p.customer = any (ids) and p.placed_at > since and p.placed_at <= until)
    when 'ticket-closed' then (select count(*) from ticket t
      where t.customer = any (ids) and t.closed_at > since and t.closed_at <= until)
    when 'answer' then (select count(*) from feedback f
      where f.customer = any (ids) and f.at > since and f.at <= until)
    else (select count(*) from interaction i
      where i.customer = any (ids) and i.direction = 'in' and i.arrived_at > since and i.arrived_at <= until)
  end;
$$;
