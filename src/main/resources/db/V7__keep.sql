-- An interaction's event or change, kept in one round trip and one transaction. The program has folded the event into the
-- course as it last knew it; if that is not how it stands any more (its revision tells), nothing is written and the course
-- comes back, to be folded again. A key that was kept before changes nothing; null is a change that no door sent.
create function keep_course(
  p_door text, p_key text, p_received timestamptz, p_since timestamptz, p_lock bigint, p_expected int,
  p_id uuid, p_arrived timestamptz, p_channel text, p_direction text, p_state text, p_agents text[], p_rung text[],
  p_ended timestamptz, p_cause text, p_course text, p_customer uuid, p_answered timestamptz, p_queue text, p_transfers int)
returns table (outcome text, stands text) language plpgsql as $$
declare
  was record;
begin
  perform pg_advisory_xact_lock(p_lock);
  select i.arrived_at, i.course into was from interaction i where i.id = p_id and i.arrived_at > p_since limit 1;
  if exists (select from inbox b where b.door = p_door and b.key = p_key) then
    return query select 'repeated', was.course::text;
    return;
  end if;
  if coalesce((was.course ->> 'revision')::int, -1) <> p_expected then
    return query select 'overtaken', was.course::text;
    return;
  end if;
  if p_key is not null then
    insert into inbox (door, key, received_at) values (p_door, p_key, p_received);
  end if;
  insert into interaction as i (id, arrived_at, channel, direction, state, agents, rung, ended_at, cause, course, customer,
    answered_at, queue, transfers)
  values (p_id, p_arrived, p_channel, p_direction, p_state, p_agents, p_rung, p_ended, p_cause, p_course::jsonb, p_customer,
    p_answered, p_queue, p_transfers)
  on conflict (id, arrived_at) do update set channel = excluded.channel, direction = excluded.direction,
    state = excluded.state, agents = excluded.agents, rung = excluded.rung, ended_at = excluded.ended_at,
    cause = excluded.cause, course = excluded.course, customer = coalesce(excluded.customer, i.found),
    answered_at = excluded.answered_at, queue = excluded.queue, transfers = excluded.transfers;
  return query select 'kept', null::text;
end $$;
