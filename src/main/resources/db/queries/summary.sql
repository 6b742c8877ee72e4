-- everything about some people, in one round trip, each by itself (lateral); $1 customers, $2 the instants at which each was asked
-- for. Whoever comes first of $1 has place 1. The keys of summary are the model's own.
-- Each record of a person is looked up by itself too, so that of a long past only the newest is read.
select a.place::int, about.*
from unnest((select $1::uuid[]), (select $2::timestamptz[])) with ordinality as a (customer, now, place)
cross join lateral (
with main as materialized (
  select survivor as id from customer where id = a.customer
),
m as materialized (
  select c.id from main join customer c on c.survivor = main.id
),
buy as materialized (
  select p.id, p.external_id, p.system, p.placed_at, p.amount, p.currency, p.status
  from m join purchase p on p.customer = m.id
),
bought as materialized (
  select currency, sum(amount) as lifetime, count(*) as orders, max(placed_at) as last_at,
    coalesce(sum(amount) filter (where placed_at > a.now - interval '12 months'), 0) as recent
  from buy where status not in ('cancelled', 'returned')
  group by currency order by 2 desc limit 1
),
parcel as materialized (
  select s.* from buy join shipment s on s.purchase = buy.id
),
issue as materialized (
  select t.* from m join ticket t on t.customer = m.id
),
opinion as materialized (
  select f.* from m cross join lateral (
    select * from feedback where customer = m.id order by at desc limit 30) f
),
contact as materialized (
  select i.* from m cross join lateral (
    select id, channel, direction, arrived_at, answered_at, ended_at, cause, queue, transfers, agent, disposition, reason, note
    from interaction where customer = m.id and state = 'closed' and arrived_at <= a.now
    order by arrived_at desc limit 1000) i
  order by i.arrived_at desc limit 1000
),
step as materialized (
  (select t.id::text, t.at, t.channel, 'touchpoint' as kind, t.name,
      coalesce(t.properties ->> 'text', t.properties ->> 'title', t.properties ->> 'product', '') as text,
      t.source, case when t.outcome in ('failed', 'abandoned', 'error') then t.outcome end as friction
    from m cross join lateral (
      select * from touchpoint where customer = m.id and at <= a.now order by at desc limit 60) t
    order by t.at desc limit 60)
  union all
  (select p.id::text, p.placed_at, 'shop', 'order', 'order.' || p.status,
      p.external_id || ' · ' || p.amount || ' ' || p.currency, p.system, null
    from buy p where p.placed_at <= a.now order by p.placed_at desc limit 30)
  union all
  (select s.id::text, coalesce(s.delivered_at, least(s.updated_at, a.now)), 'parcel', 'shipment', 'shipment.' || s.status,
      coalesce(s.exception, s.external_id), s.system,
      case when s.exception is not null then 'failed'
        when coalesce(s.delivered_at, s.expected_at, a.now) > s.promised_at then 'late' end
    from parcel s order by s.updated_at desc limit 30)
  union all
  (select t.id::text, t.opened_at, 'ticket', 'ticket', 'ticket.opened', t.subject, t.system,
      case when t.priority = 'critical' then 'critical' end
    from issue t where t.opened_at <= a.now order by t.opened_at desc limit 30)
  union all
  (select f.id::text, f.at, 'survey', 'feedback', 'feedback.' || f.kind,
      f.score || coalesce(' · ' || f.comment, ''), f.system,
      case when (f.kind = 'nps' and f.score <= 6) or (f.kind <> 'nps' and f.score <= 2) then 'unhappy' end
    from opinion f where f.at <= a.now order by f.at desc limit 30)
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
        from m join membership s on s.person = m.id join customer o on o.id = s.company), '[]'),
      'handles', coalesce((
        select json_agg(json_build_object('kind', h.kind, 'value', h.value || case when h.block then '*' else '' end,
          'verified', h.verified, 'shared', h.shared) order by h.kind, h.value)
        from (select h.* from m join handle h on h.customer = m.id order by h.last_seen desc limit 50) h), '[]'))
    from customer c, (
      select min(r.since) as since, (array_agg(r.locale order by r.updated_at desc) filter (where r.locale <> ''))[1] as locale,
        (array_agg(r.tier order by r.updated_at desc) filter (where r.tier <> ''))[1] as tier,
        (array_agg(r.owner order by r.updated_at desc) filter (where r.owner <> ''))[1] as owner
      from main join customer r on r.survivor = main.id) o
    where c.id = main.id),
  'value', (
    select json_build_object('currency', b.currency, 'lifetime', b.lifetime, 'last12Months', b.recent,
      'orders', b.orders, 'lastOrderAt', b.last_at,
      'rank', (select 'top ' || r.percent || ' %' from value_rank r
        where r.currency = b.currency and r.at_least <= b.lifetime order by r.percent limit 1))
    from bought b),
  'tickets', json_build_object(
    'open', (select count(*) from issue where status <> 'closed'),
    'critical', (select count(*) from issue where status <> 'closed' and priority = 'critical'),
    'items', coalesce((
      select json_agg(json_build_object('id', t.id, 'system', t.system, 'number', t.external_id, 'subject', t.subject,
        'status', t.status, 'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at,
        'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
        order by t.status = 'closed', t.priority <> 'critical', t.due_at nulls last, t.updated_at desc)
      from (select * from issue
        order by status = 'closed', priority <> 'critical', due_at nulls last, updated_at desc limit 10) t), '[]')),
  'journey', coalesce((
    select json_agg(json_build_object('id', j.id, 'at', j.at, 'channel', j.channel, 'kind', j.kind, 'name', j.name,
      'text', j.text, 'source', j.source, 'friction', j.friction) order by j.at desc, j.id)
    from (select * from step order by at desc, id limit 90) j), '[]'),
  'history', json_build_object(
    'contacts', (select count(*) from contact),
    'last30Days', (select count(*) from contact where arrived_at > a.now - interval '30 days'),
    'items', coalesce((
      select json_agg(json_build_object('interaction', h.id, 'channel', h.channel, 'direction', h.direction,
        'at', h.arrived_at, 'answeredAt', h.answered_at, 'endedAt', h.ended_at, 'cause', h.cause, 'queue', h.queue,
        'transfers', h.transfers, 'agent', h.agent, 'disposition', h.disposition, 'reason', h.reason, 'note', h.note)
        order by h.arrived_at desc)
      from (select * from contact order by arrived_at desc limit 30) h), '[]')),
  'promises', coalesce((
    select json_agg(json_build_object('id', p.id, 'text', p.text, 'due', p.due, 'agent', p.agent, 'madeAt', p.made_at,
      'owner', p.owner, 'queue', p.queue, 'keptAt', p.kept_at,
      'state', case when p.kept_at is not null then 'kept' when p.due < a.now then 'broken' else 'open' end)
      order by p.kept_at is not null, p.due)
    from (select p.* from m join promise p on p.customer = m.id
      where p.kept_at is null or p.kept_at > a.now - interval '30 days'
      order by p.kept_at is not null, p.due limit 10) p), '[]'),
  'feedback', coalesce((
    select json_agg(json_build_object('kind', f.kind, 'score', f.score, 'at', f.at, 'comment', f.comment)
      order by f.at desc)
    from (select * from opinion order by at desc limit 5) f), '[]'),
  'shipments', coalesce((
    select json_agg(json_build_object('id', s.id, 'system', s.system, 'number', s.external_id, 'status', s.status,
      'promisedAt', s.promised_at, 'expectedAt', s.expected_at, 'deliveredAt', s.delivered_at,
      'exception', s.exception, 'url', s.url) order by s.promised_at)
    from (select * from parcel where delivered_at is null or delivered_at > a.now - interval '14 days'
      order by promised_at desc limit 10) s), '[]'),
  'company', (
    select json_build_object('id', f.id, 'name', f.name, 'role', f.role, 'onTheLine', '[]'::json, 'openTickets', coalesce((
        select json_agg(json_build_object('id', t.id, 'system', t.system, 'number', t.external_id, 'subject', t.subject,
          'status', t.status, 'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at,
          'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
          order by t.priority <> 'critical', t.due_at nulls last, t.updated_at desc)
        from (select t.* from customer r join ticket t on t.customer = r.id
          where r.survivor = f.id and t.status <> 'closed' order by priority <> 'critical', due_at nulls last, updated_at desc limit 10) t), '[]'))
    from (
      select o.id, o.name, w.role
      from (
        select c.survivor, min(s.role) as role
        from m join membership s on s.person = m.id join customer c on c.id = s.company group by 1
        union all
        select c.id, null from customer c where c.id = main.id and c.kind = 'company'
      ) w join customer o on o.id = w.survivor
    ) f
    order by (select count(*) from customer r join ticket t on t.customer = r.id
      where r.survivor = f.id and t.status <> 'closed') desc, f.name limit 1)
)::text,
consents(main.id)::text
from main
) about (summary, consents)
