-- The contact from which one goes on stands beside it, so that a history joins what is one contact to the customer.
alter table interaction add column parent uuid;
update interaction set parent = (course #>> '{interaction,parent}')::uuid
where arrived_at > now() - interval '31 days' and course #>> '{interaction,parent}' is not null;

create or replace function keep_course(
  p_door text, p_key text, p_received timestamptz, p_since timestamptz, p_lock bigint, p_expected int,
  p_id uuid, p_arrived timestamptz, p_channel text, p_direction text, p_state text, p_agents text[], p_rung text[],
  p_ended timestamptz, p_cause text, p_course text, p_customer uuid, p_answered timestamptz, p_queue text, p_transfers int,
  p_after uuid, p_first uuid, p_earlier int)
returns table (outcome text, stands text) language plpgsql as $$
declare
  was record;
  newest jsonb;
begin
  perform pg_advisory_xact_lock(p_lock);
  select i.arrived_at, i.course into was from interaction i where i.id = coalesce(p_after, p_id) and i.arrived_at > p_since
    limit 1;
  if exists (select from inbox b where b.door = p_door and b.key = p_key) then
    return query select 'repeated', was.course::text;
    return;
  end if;
  if p_first is not null then
    select i.course into newest from id_reuse r join interaction i on i.id = r.interaction and i.arrived_at > p_since
    where r.first = p_first and r.earlier > p_earlier - (p_after is not null)::int;
    if newest is not null then
      return query select 'overtaken', newest::text;
      return;
    end if;
  end if;
  if coalesce((was.course ->> 'revision')::int, -1) <> p_expected then
    return query select 'overtaken', was.course::text;
    return;
  end if;
  if p_key is not null then
    insert into inbox (door, key, received_at) values (p_door, p_key, p_received);
  end if;
  insert into interaction as i (id, arrived_at, channel, direction, state, agents, rung, ended_at, cause, course, customer,
    answered_at, queue, transfers, parent)
  values (p_id, p_arrived, p_channel, p_direction, p_state, p_agents, p_rung, p_ended, p_cause, p_course::jsonb, p_customer,
    p_answered, p_queue, p_transfers, (p_course::jsonb #>> '{interaction,parent}')::uuid)
  on conflict (id, arrived_at) do update set channel = excluded.channel, direction = excluded.direction,
    state = excluded.state, agents = excluded.agents, rung = excluded.rung, ended_at = excluded.ended_at,
    cause = excluded.cause, course = excluded.course, customer = coalesce(excluded.customer, i.found),
    answered_at = excluded.answered_at, queue = excluded.queue, transfers = excluded.transfers,
    parent = excluded.parent;
  if p_after is not null then
    insert into id_reuse (first, interaction, earlier, at) values (p_first, p_id, p_earlier, p_received)
    on conflict (first) do update set interaction = excluded.interaction, earlier = excluded.earlier, at = excluded.at;
  end if;
  return query select 'kept', null::text;
end $$;
