-- one customer in the public vocabulary, as CloudEvents; $1 customer. Facts name theirs by system and id
with m as materialized (
  select * from customer where id = any (person_of($1))
),
told as (
  select 1 as part, c.system as source, 'shopbell.customer.upserted' as type, 'customer ' || c.id as id, c.updated_at as time,
    (jsonb_build_object('system', c.system, 'id', c.external_id, 'kind', c.kind, 'name', c.name,
      'handles', coalesce((select json_agg(json_build_object('kind', h.kind,
          'value', h.value || case when h.block then '*' else '' end, 'verified', h.verified, 'shared', h.shared)
          order by h.kind, h.value) from handle h where h.customer = c.id), '[]'),
      'organizations', coalesce((select json_agg(json_build_object('id', o.external_id, 'role', s.role) order by o.external_id)
        from membership s join customer o on o.id = s.company and o.system = c.system where s.person = c.id), '[]'),
      'since', c.since, 'locale', c.locale, 'tier', c.tier, 'owner', c.owner, 'cues', c.cues,
      'attributes', c.attributes) || c.details)::json as data
  from m c
  union all
  select 2, p.system, 'shopbell.order.upserted', 'order ' || p.id, p.updated_at,
    json_build_object('system', p.system, 'id', p.external_id,
      'customer', json_build_object('system', c.system, 'id', c.external_id), 'placedAt', p.placed_at,
      'total', json_build_object('amount', p.amount, 'currency', p.currency), 'margin', p.margin, 'status', p.status,
      'items', p.items, 'url', p.url)
  from purchase p join m c on c.id = p.customer
  union all
  select 3, s.system, 'shopbell.shipment.upserted', 'shipment ' || s.id, s.updated_at,
    json_build_object('system', s.system, 'id', s.external_id, 'order', p.external_id, 'promisedAt', s.promised_at,
      'expectedAt', s.expected_at, 'status', s.status, 'events', s.events, 'exception', s.exception, 'url', s.url)
  from shipment s join purchase p on p.id = s.purchase join m c on c.id = p.customer
  union all
  select 4, t.system, 'shopbell.ticket.upserted', 'ticket ' || t.id, t.updated_at,
    json_build_object('system', t.system, 'id', t.external_id,
      'customer', json_build_object('system', c.system, 'id', c.external_id), 'subject', t.subject, 'status', t.status,
      'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at, 'dueAt', t.due_at,
      'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
  from ticket t join m c on c.id = t.customer
  union all
  select 5, f.system, 'shopbell.feedback.given', 'feedback ' || f.id, f.at,
    json_build_object('system', f.system, 'id', 'urn:uuid:' || f.id,
      'customer', json_build_object('system', c.system, 'id', c.external_id), 'kind', f.kind, 'score', f.score,
      'comment', f.comment, 'interaction', f.interaction)
  from feedback f join m c on c.id = f.customer
  union all
  select 6, t.source, 'shopbell.touchpoint', 'touchpoint ' || t.id, t.at,
    json_build_object('id', 'urn:uuid:' || t.id, 'customer', json_build_object('system', c.system, 'id', c.external_id),
      'channel', t.channel, 'name', t.name, 'properties', t.properties, 'outcome', t.outcome)
  from touchpoint t join m c on c.id = t.customer
  union all
  select 7, i.course -> 'interaction' ->> 'door', 'shopbell.interaction.recorded', 'interaction ' || i.id, i.arrived_at,
    json_build_object('system', i.course -> 'interaction' ->> 'door', 'interaction', i.course -> 'interaction' ->> 'senderId',
      'customer', json_build_object('system', c.system, 'id', c.external_id), 'channel', i.channel,
      'direction', i.direction, 'startedAt', i.arrived_at, 'endedAt', i.ended_at, 'cause', i.cause, 'queue', i.queue,
      'agent', i.agent, 'disposition', i.disposition, 'reason', i.reason, 'note', i.note)
  from interaction i join m c on c.id = i.customer where i.state = 'closed' and i.ended_at >= i.arrived_at
  union all
  select 8, 'shopbell', 'shopbell.store.row', r.tab || ' ' || md5(r.line::text), null,
    json_build_object('table', r.tab, 'row', r.line)
  from rows_about(array(select id from m) || array(select p.id from purchase p join m on m.id = p.customer)
    || array(select i.id from interaction i join m on m.id = i.customer)) r
)
select json_build_object('specversion', '1.0', 'type', type, 'source', source, 'id', id, 'time', time, 'data', data)::text
from told order by part, time, id
