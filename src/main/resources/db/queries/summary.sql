-- everything about some people, in one round trip, each by itself (lateral); $1 customers, $2 the instants at which each was asked
-- for. The first of $1 has place 1. A row for each thing known, in no order: a step of the journey by its columns, the
-- rest as JSON with the keys of SummaryRows and the model. PostgreSQL spends most of its time on making a statement of many parts
-- ready and on writing JSON, so what the program can do (sort a few rows, make a step of a ticket) is left to the program.
-- Bounds are wider than what is shown where the program picks by something else too: a hundred tickets are ten to show and thirty steps.
-- Each record of a person is looked up by itself too, so that of a long past only the newest is read.
select a.place::int, about.part, about.item::text, about.id, about.at, about.channel, about.name, about.text, about.source,
  about.friction
from unnest((select $1::uuid[]), (select $2::timestamptz[])) with ordinality as a (customer, now, place)
cross join lateral (
with m as materialized (
  select r.* from customer c join customer r on r.survivor = c.survivor where c.id = a.customer
),
buy as materialized (
  select p.id, p.external_id, p.system, p.placed_at, p.amount, p.currency, p.status, p.state
  from m join purchase p on p.customer = m.id
),
worth as materialized (
  select currency, placed_at, amount, part
  from worth_part where survivor = (select survivor from customer where id = a.customer)
),
issue as materialized (
  select t.* from m join ticket t on t.customer = m.id
),
contact as materialized (
  select i.* from m cross join lateral (
    select id, channel, direction, arrived_at, answered_at, ended_at, cause, queue, transfers, parent,
      coalesce(agent, case when state <> 'closed' then agents[1] end) as agent, disposition, reason, note, state
    from interaction where customer = m.id and arrived_at <= a.now
    order by arrived_at desc limit 1000) i
)
select 'touchpoint' as part, null::json as item, t.id, t.at, t.channel, t.name,
  coalesce(t.properties ->> 'text', t.properties ->> 'title', t.properties ->> 'product', '') as text, t.source,
  case when t.outcome in ('failed', 'abandoned', 'error') then t.outcome end as friction
from m cross join lateral (
  select * from touchpoint where customer = m.id and at <= a.now order by at desc limit 60) t
union all
select 'order', null, p.id, p.placed_at, 'shop', order_step(p.status, p.state, p.amount), p.external_id || ' · ' || p.amount || ' ' || p.currency,
  p.system, null
from (select * from buy where placed_at <= a.now order by placed_at desc limit 30) p
union all
select known.part, known.item, null, null, null, null, null, null, null from (
  select 'record' as part, json_build_object('id', m.id, 'survivor', m.survivor, 'kind', m.kind, 'name', m.name,
    'details', m.details || jsonb_build_object('locale', m.locale, 'since', m.since, 'tier', m.tier, 'owner', m.owner), 'cues', m.cues,
    'notedCues', coalesce((select json_agg(json_build_object('kind', u.kind, 'text', u.text, 'source', u.source, 'consent', u.consent,
      'until', u.until, 'at', u.noted_at)) from cue u where u.customer = m.id and u.until > a.now), '[]'), 'updatedAt', m.updated_at,
    'refused', case when m.attributes::text like '%consent%' then json_build_object('journey', refused(m.attributes, 'journey'),
      'cues', refused(m.attributes, 'cues'), 'profiling', refused(m.attributes, 'profiling')) end) as item
  from m
  union all
  select 'organization', json_build_object('id', o.id, 'name', o.name, 'role', s.role, 'firm', f.id, 'firmName', f.name)
  from m join membership s on s.person = m.id join customer o on o.id = s.company join customer f on f.id = o.survivor
  union all
  select 'open at firm', json_build_object('firm', o.survivor, 'open', t.open, 'ticket', json_build_object('id', t.id,
    'system', t.system, 'number', t.external_id, 'subject', t.subject, 'status', t.status, 'priority', t.priority,
    'openedAt', t.opened_at, 'updatedAt', t.updated_at, 'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner,
    'url', t.url))
  from m join membership s on s.person = m.id join customer o on o.id = s.company cross join lateral (
    select t.*, count(*) over () as open from customer r join ticket t on t.customer = r.id
    where r.survivor = o.survivor and t.status <> 'closed'
    order by t.priority <> 'critical', t.due_at nulls last, t.updated_at desc limit 10) t
  union all
  select 'handle', json_build_object('kind', h.kind, 'value', h.value || case when h.block then '*' else '' end,
    'verified', h.verified, 'shared', h.shared)
  from (select h.* from m join handle h on h.customer = m.id order by h.last_seen desc limit 50) h
  union all
  select 'value', json_build_object('currency', b.currency, 'lifetime', round(b.lifetime, minor_units(b.currency)),
    'last12Months', round(least(b.lifetime, b.recent), minor_units(b.currency)), 'orders', b.orders, 'lastOrderAt', b.last_at,
    'rank', (select 'top ' || min(r.percent) || ' %' from value_rank r
      where r.currency = b.currency and r.at_least <= b.lifetime and b.lifetime > 0))
  from (
    select currency, count(*) filter (where part = 'bought') as orders, max(placed_at) filter (where part = 'bought') as last_at,
      worth_left(sum(amount) filter (where part = 'bought'), sum(amount) filter (where part = 'returned'),
        sum(amount) filter (where part = 'refund')) as lifetime,
      worth_left(sum(amount) filter (where part = 'bought' and placed_at > a.now - interval '12 months'),
        sum(amount) filter (where part = 'returned'),
        sum(amount) filter (where part = 'refund' and placed_at > a.now - interval '12 months')) as recent
    from worth group by currency) b
  union all
  select 'days bought', json_build_object('currency', d.currency, 'first', min(d.day), 'last', max(d.day), 'days', count(*),
    'paid', sum(d.paid), 'firstPaid', (array_agg(d.paid order by d.day))[1],
    'lately', json_agg(json_build_object('day', d.day, 'paid', d.paid)) filter (where d.day > a.now - interval '24 months'))
  from (select currency, (placed_at at time zone 'UTC')::date as day, sum(amount) as paid
    from worth where part = 'bought' and placed_at <= a.now group by 1, 2) d
  group by d.currency
  union all
  select 'parcel', json_build_object('updatedAt', s.updated_at, 'shipment', json_build_object('id', s.id, 'system', s.system,
    'number', s.external_id, 'status', s.status, 'promisedAt', s.promised_at, 'expectedAt', s.expected_at,
    'deliveredAt', s.delivered_at, 'exception', s.exception, 'url', s.url))
  from (select s.* from buy join shipment s on s.purchase = buy.id order by s.updated_at desc limit 100) s
  union all
  select 'tickets', json_build_object('open', count(*), 'critical', count(*) filter (where priority = 'critical'))
  from issue where status <> 'closed'
  union all
  select 'ticket', json_build_object('id', t.id, 'system', t.system, 'number', t.external_id, 'subject', t.subject,
    'status', t.status, 'priority', t.priority, 'openedAt', t.opened_at, 'updatedAt', t.updated_at,
    'dueAt', t.due_at, 'closedAt', t.closed_at, 'owner', t.owner, 'url', t.url)
  from (select * from issue
    order by status = 'closed', priority <> 'critical', due_at nulls last, updated_at desc limit 100) t
  union all
  select 'opinion', json_build_object('id', f.id, 'system', f.system, 'answer', json_build_object('kind', f.kind,
    'score', f.score, 'at', f.at, 'comment', f.comment))
  from m cross join lateral (select * from feedback where customer = m.id order by at desc limit 30) f
  union all
  select 'contacts', json_build_object('all', count(*),
    'last30Days', count(*) filter (where arrived_at > a.now - interval '30 days'))
  from contact
  union all
  select 'contact', json_build_object('interaction', h.id, 'channel', h.channel, 'direction', h.direction,
    'at', h.arrived_at, 'answeredAt', h.answered_at, 'endedAt', h.ended_at, 'cause', h.cause, 'queue', h.queue,
    'transfers', h.transfers, 'agent', h.agent, 'disposition', h.disposition, 'reason', h.reason, 'note', h.note,
    'state', h.state, 'parent', h.parent)
  from (select * from contact order by arrived_at desc limit 30) h
  union all
  select 'promise', json_build_object('id', p.id, 'text', p.text, 'due', p.due, 'agent', p.agent, 'madeAt', p.made_at,
    'owner', p.owner, 'queue', p.queue, 'keptAt', p.kept_at,
    'state', case when p.kept_at is not null then 'kept' when p.due < a.now then 'broken' else 'open' end)
  from (select p.* from m join promise p on p.customer = m.id
    where p.kept_at is null or p.kept_at > a.now - interval '30 days'
    order by p.kept_at is not null, p.due limit 10) p
) known
) about
