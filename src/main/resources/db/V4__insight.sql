-- What the rules need of a contact without reading its course, what agents said it was about, and what had been guessed.

alter table interaction
  add column answered_at timestamptz,
  add column queue text,
  add column transfers int not null default 0,
  add column reason text;

update interaction set
  answered_at = (course -> 'interaction' ->> 'answeredAt')::timestamptz,
  queue = course -> 'interaction' ->> 'queue',
  transfers = jsonb_array_length(
      jsonb_path_query_array(course, '$.steps[*] ? (@.step == "transferred" && @.agents.size() > 0)'))
    + case when course -> 'interaction' ->> 'parent' is null then 0 else 1 end;

-- why they would call, as it was shown when the contact arrived; said is what the agent told afterwards
create table guess (
  interaction uuid primary key,
  at timestamptz not null,
  signals text[] not null,
  shown text[] not null,
  shares real[] not null,
  said text,
  said_at timestamptz
);
create index guess_said on guess (at) where said is not null;

-- who keeps it: one person or a queue; where both are null, whoever made it
alter table promise add column owner text, add column queue text;
create index promise_owner on promise (coalesce(owner, agent), due);
create index promise_queue on promise (queue, due) where queue is not null;

-- a month that another one has just made may still be unknown to us after the lock: then its being there is what we wanted
create or replace function ensure_month(parent text, at timestamptz) returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', at at time zone 'UTC') at time zone 'UTC';
  part text := parent || to_char(at at time zone 'UTC', '_YYYYMM');
begin
  if to_regclass(part) is null then
    perform pg_advisory_xact_lock(hashtext(part));
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
      part, parent, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
  end if;
exception when duplicate_table then null;
end $$;
