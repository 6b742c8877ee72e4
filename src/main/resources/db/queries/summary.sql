-- everything about one person, in one round trip; $1 customer, $2 now. The keys are the model's own.
with m as materialized (
  select array_agg(id) as ids, (select survivor from customer where id = $1) as main
  from customer where survivor = (select survivor from customer where id = $1)
),
bought as materialized (
  select currency, sum(amount) as lifetime, count(*) as orders, max(placed_at) as last_at,
    coalesce(sum(amount) filter (where placed_at > $2::timestamptz - interval '12 months'), 0) as recent
  from purchase, m where customer = any (m.ids) and status not in ('cancelled', 'returned')
  group by currency order by 2 desc limit 1
),
contact as materialized (
  select i.id, i.channel, i.direction, i.arrived_at, i.answered_at, i.ended_at, i.cause, i.queue, i.transfers, i.agent,
    i.disposition, i.reason, i.note
  from interaction i, m where i.customer = any (m.ids) and i.state = 'closed' and i.arrived_at <= $2
  order by i.arrived_at desc limit 1000
),
step as materialized (
  (select t.id::text, t.at, t.channel, 'touchpoint' as kind, t.name,
      coalesce(t.properties ->> 'text', t.properties ->> 'title', t.properties ->> 'product', '') as text,
      t.source, case when t.outcome in ('failed', 'abandoned', 'error') then t.outcome end as friction
    from touchpoint t, m where t.customer = any (m.ids) and t.at <= $2 order by t.at desc limit 60)
  union all
  (select p.id::text, p.placed_at, 'shop', 'order', 'order.' || p.status,
      p.external_id || ' · ' || p.amount || ' ' || p.currency, p.system, null
    from purchase p, m where p.customer = any (m.ids) and p.placed_at <= $2 order by p.placed_at desc limit 30)
  union all
  (select s.id::text, coalesce(s.delivered_at, least(s.updated_at, $2)), 'parcel', 'shipment', 'shipment.' || s.status,
      coalesce(s.exception, s.external_id), s.system,
      case when s.exception is not null then 'failed'
        when coalesce(s.delivered_at, s.expected_at, $2) > s.promised_at then 'late' end
    from shipment s join purchase p on p.id = s.purchase, m
    where p.customer = any (m.ids) order by s.updated_at desc limit 30)
  union all
  (select t.id::text, t.opened_at, 'ticket', 'ticket', 'ticket.opened', t.subject, t.system,
      case when t.priority = 'critical' then 'critical' end
    from ticket t, m where t.customer = any (m.ids) and t.opened_at <= $2 order by t.opened_at desc limit 30)
  union all
  (select f.id::text, f.at, 'survey', 'feedback', 'feedback.' || f.kind,
      f.score || coalesce(' · ' || f.comment, ''), f.system,
      case when (f.kind = 'nps' and f.score <= 6) or (f.kind <> 'nps' and f.score <= 2) then 'unhappy' end
    from feedback f, m where f.customer = any (m.ids) and f.at <= $2 order by f.at desc limit 30)
  union all
  (select i.id::text, i.arrived_at, i.channel, 'contact', 'contact.' || coalesce(i.cause, 'completed'),
      coalesce(i.note, i.disposition, ''), 'shopbell',
      case when i.cause in ('abandoned', 'missed') then i.cause end
    from contact i order by i.arrived_at desc limit 30)
)
select json_build_object(
  'customer', (
    select json_build_object('id', c.id, 'kind', c.kind, 'name', c.name,
      'locale', coalesce(c.locale, o.locale), 'since', coalesce(c.since, o.since),
      'tier', coalesce(c.tier, o.tier), 'owner', coalesce(c.owner, o.owner), 'cues', c.cues,
      'organizations', coalesce((
        select json_agg(json_build_object('id', o.id, 'name', o.name, 'role', s.role) order by o.name)
        from membership s join customer o on o.id = s.company where s.person = any (m.ids)), '[]'),
      'handles', coalesce((
        select json_agg(json_build_object('kind', h.kind, 'value', h.value || case when h.block then '*' else '' end,
          'verified', h.verified, 'shared', h.shared) order by h.kind, h.value)
        from (select * from handle where customer = any (m.ids) order by last_seen desc limit 50) h), '[]'))
    from customer c, (
      select min(r.since) as since, (array_agg(r.locale order by r.updated_at desc) filter (where r.locale <> ''))[1] as locale,
        (array_agg(r.tier order by r.updated_at desc) filter (where r.tier <> ''))[1] as tier,
        (array_agg(r.owner order by r.updated_at desc) filter (where r.owner <> ''))[1] as owner
      from customer r where r.id = any (m.ids)) o
    where c.id = m.main),
  'value', (
    select json_build_object('currency', b.currency, 'lifetime', b.lifetime, 'last12Months', b.recent,
      'orders', b.orders, 'lastOrderAt', b.last_at,
      'rank', (select 'top ' || r.percent || ' %' from value_rank r
        where r.currency = b.currency and r.at_least <= b.lifetime order by r.percent limit 1))
    from bought b),
  'tickets', json_build_object(
    'open', (select count(*) from ticket where customer = any (m.ids) and status <> 'closed'),
    'critical', (select count(*) from ticket where customer = any (m.ids) and status <> 'closed' and priority = 'critical'),
    'items', coalesce((
      select json_agg(json_build_object('id', t.id, 'system', t.system, 'number', t.external_id, 'subject', t.subject,
        'status', t.status, 'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at,
        'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
        order by t.status = 'closed', t.priority <> 'critical', t.due_at nulls last, t.updated_at desc)
      from (select * from ticket where customer = any (m.ids)
        order by status = 'closed', priority <> 'critical', due_at nulls last, updated_at desc limit 10) t), '[]')),
  'journey', coalesce((
    select json_agg(json_build_object('id', j.id, 'at', j.at, 'channel', j.channel, 'kind', j.kind, 'name', j.name,
      'text', j.text, 'source', j.source, 'friction', j.friction) order by j.at desc, j.id)
    from (select * from step order by at desc, id limit 90) j), '[]'),
  'history', json_build_object(
    'contacts', (select count(*) from contact),
    'last30Days', (select count(*) from contact where arrived_at > $2::timestamptz - interval '30 days'),
    'items', coalesce((
      select json_agg(json_build_object('interaction', h.id, 'channel', h.channel, 'direction', h.direction,
        'at', h.arrived_at, 'answeredAt', h.answered_at, 'endedAt', h.ended_at, 'cause', h.cause, 'queue', h.queue,
        'transfers', h.transfers, 'agent', h.agent, 'disposition', h.disposition, 'reason', h.reason, 'note', h.note)
        order by h.arrived_at desc)
      from (select * from contact order by arrived_at desc limit 30) h), '[]')),
  'promises', coalesce((
    select json_agg(json_build_object('id', p.id, 'text', p.text, 'due', p.due, 'agent', p.agent, 'madeAt', p.made_at,
      'owner', p.owner, 'queue', p.queue, 'keptAt', p.kept_at,
      'state', case when p.kept_at is not null then 'kept' when p.due < $2 then 'broken' else 'open' end)
      order by p.kept_at is not null, p.due)
    from (select * from promise where customer = any (m.ids)
      and (kept_at is null or kept_at > $2::timestamptz - interval '30 days') order by kept_at is not null, due limit 10) p), '[]'),
  'feedback', coalesce((
    select json_agg(json_build_object('kind', f.kind, 'score', f.score, 'at', f.at, 'comment', f.comment)
      order by f.at desc)
    from (select * from feedback where customer = any (m.ids) order by at desc limit 5) f), '[]'),
  'shipments', coalesce((
    select json_agg(json_build_object('id', s.id, 'system', s.system, 'number', s.external_id, 'status', s.status,
      'promisedAt', s.promised_at, 'expectedAt', s.expected_at, 'deliveredAt', s.delivered_at,
      'exception', s.exception, 'url', s.url) order by s.promised_at)
    from (select s.* from purchase p join shipment s on s.purchase = p.id
      where p.customer = any (m.ids) and (s.delivered_at is null or s.delivered_at > $2::timestamptz - interval '14 days')
      order by s.promised_at desc limit 10) s), '[]'),
  'notices', coalesce((
    select json_agg(json_build_object('id', n.id, 'severity', n.severity, 'text', n.text, 'at', n.at) order by n.at desc)
    from notice n where not n.cleared), '[]'),
  'company', (
    select json_build_object('id', f.id, 'name', f.name, 'role', f.role, 'onTheLine', '[]'::json, 'openTickets', coalesce((
        select json_agg(json_build_object('id', t.id, 'system', t.system, 'number', t.external_id, 'subject', t.subject,
          'status', t.status, 'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at,
          'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
          order by t.priority <> 'critical', t.due_at nulls last, t.updated_at desc)
        from (select * from ticket where customer = any (f.ids) and status <> 'closed'
          order by priority <> 'critical', due_at nulls last, updated_at desc limit 10) t), '[]'))
    from (
      select o.id, o.name, w.role, (select array_agg(id) from customer where survivor = o.id) as ids
      from (
        select c.survivor, min(s.role) as role from membership s join customer c on c.id = s.company
        where s.person = any (m.ids) group by 1
        union all
        select c.id, null from customer c where c.id = m.main and c.kind = 'company'
      ) w join customer o on o.id = w.survivor
    ) f
    order by (select count(*) from ticket where customer = any (f.ids) and status <> 'closed') desc, f.name limit 1)
)::text,
consents(m.main)::text
from m where m.main is not null
