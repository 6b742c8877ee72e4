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
