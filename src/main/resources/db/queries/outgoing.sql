-- what is told, as it stands now; nothing when it has been erased meanwhile
select $3::jsonb #>> '{}' as body where $3 is not null
union all
select jsonb_build_object('interaction', i.id, 'door', i.course -> 'interaction' -> 'door',
  'senderId', i.course -> 'interaction' -> 'senderId', 'channel', i.channel, 'direction', i.direction, 'state', i.state,
  'queue', i.queue, 'agent', coalesce(i.agent, i.agents[1]), 'arrivedAt', i.arrived_at, 'answeredAt', i.answered_at,
  'endedAt', i.ended_at, 'cause', i.cause, 'disposition', i.disposition, 'reason', i.reason, 'note', i.note,
  'customer', (select jsonb_build_object('id', s.id, 'name', s.name,
    'records', records_of(array(select id from customer where survivor = s.id)))
    from customer c join customer s on s.id = c.survivor where c.id = i.customer),
  'tickets', (select coalesce(jsonb_agg(jsonb_build_object('system', t.system, 'id', t.external_id, 'status', t.status)
    order by t.updated_at desc), '[]')
    from customer c join customer r on r.survivor = c.survivor join ticket t on t.customer = r.id
    where c.id = i.customer and t.status <> 'closed'))::text
from interaction i
where $3 is null and $1 like 'interaction.%' and i.id::text = $2 and i.id = (case when $1 like 'interaction.%' then $2 end)::uuid
union all
select jsonb_build_object('promise', p.id, 'text', p.text, 'due', p.due, 'owner', coalesce(p.owner, p.agent), 'queue', p.queue,
  'interaction', p.interaction, 'customer', jsonb_build_object('id', s.id, 'name', s.name,
    'records', records_of(array(select id from customer where survivor = s.id))))::text
from promise p join customer c on c.id = p.customer join customer s on s.id = c.survivor
where $3 is null and $1 = 'promise.due' and p.kept_at is null and p.id = (case when $1 = 'promise.due' then $2 end)::uuid
