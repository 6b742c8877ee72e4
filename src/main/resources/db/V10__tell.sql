-- What other systems are told, written in the transaction of what it tells of; the courier brings it at least once.

-- who wants to hear of what, as the configuration says
create table hook (
  name text primary key,
  events text[] not null
);

-- what is told of one subject is told in order; the ids are text, for nothing here is about a customer by itself
create table outgoing (
  id bigint generated always as identity primary key,
  key text not null default gen_random_uuid()::text,
  hook text not null,
  event text not null,
  subject text not null,
  at timestamptz not null,
  body jsonb,
  attempts int not null default 0,
  next_at timestamptz not null default '-infinity',
  failure text,
  dead_at timestamptz
);
create index outgoing_lane on outgoing (hook, subject, id) where dead_at is null;
create index outgoing_due on outgoing (hook, next_at) where dead_at is null;
create index outgoing_dead on outgoing (id) where dead_at is not null;

-- without a body it is read when it is sent, so that what was erased meanwhile is not told
create function tell(what text, about text, moment timestamptz, told jsonb) returns void language sql as $$
  insert into outgoing (hook, event, subject, at, body)
  select name, what, about, moment, told from hook where what = any (events);
$$;

create function tell_of_interaction() returns trigger language plpgsql as $$
begin
  perform tell(tg_argv[0], new.id::text, now(), null);
  return null;
end $$;
create trigger interaction_finished after update of state on interaction for each row
  when (old.state <> 'closed' and new.state = 'closed') execute function tell_of_interaction('interaction.finished');
create trigger interaction_noted after update of note on interaction for each row
  when (new.note is not null and new.note is distinct from old.note)
  execute function tell_of_interaction('interaction.noted');

create function records_of(ids uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('system', system, 'id', external_id) order by system, external_id), '[]')
  from customer where id = any (ids);
$$;

create function tell_of_merge() returns trigger language plpgsql as $$
begin
  perform tell('customer.' || new.what || 'd', new.customer::text, new.at, jsonb_build_object(
    'customer', new.customer, 'other', new.other,
    'records', records_of(array[new.customer]), 'otherRecords', records_of(array[new.other])));
  return null;
end $$;
create trigger customer_merged after insert on identity_journal for each row
  when (new.what in ('merge', 'unmerge')) execute function tell_of_merge();

alter table promise add column told_at timestamptz;
create index promise_untold on promise (due) where kept_at is null and told_at is null;

-- what fell due in the last day: a hook that is new hears nothing of years ago
create function tell_of_promises(moment timestamptz) returns int language plpgsql as $$
declare n int;
begin
  if not exists (select from hook where 'promise.due' = any (events)) then
    return 0;
  end if;
  with due as (
    update promise set told_at = moment
    where kept_at is null and told_at is null and due between moment - interval '1 day' and moment returning id)
  select count(*) into n from (select tell('promise.due', id::text, moment, null) from due offset 0) told;
  return n;
end $$;
