-- everything that happened with one person, newest first, without visits when they are not to be watched; $1 customer, $2 and $4 the instant and id of the last one seen, $3 channel or null
with m as materialized (
  select ids, watched(main) as watched from (
    select array_agg(id) as ids, min(survivor::text)::uuid as main
    from customer where survivor = (select survivor from customer where id = $1)) person
),
step as materialized (
  (select t.id::text, t.at, t.channel, 'touchpoint' as kind, t.name,
      coalesce(t.properties ->> 'text', t.properties ->> 'title', t.properties ->> 'product', '') as text,
      t.source, case when t.outcome in ('failed', 'abandoned', 'error') then t.outcome end as friction
    from touchpoint t, m where m.watched and t.customer = any (m.ids) and t.at <= $2 and (t.at < $2 or t.id::text > $4) and ($3::text is null or t.channel = $3) order by t.at desc, t.id::text limit 50)
  union all
  (select p.id::text, p.placed_at, 'shop', 'order', order_step(p.status, p.state, p.amount),
      p.external_id || ' · ' || p.amount || ' ' || p.currency, p.system, null
    from purchase p, m where p.customer = any (m.ids) and p.placed_at <= $2 and (p.placed_at < $2 or p.id::text > $4) and ($3::text is null or $3 = 'shop') order by p.placed_at desc, p.id::text limit 50)
  union all
  (select s.id::text, coalesce(s.delivered_at, s.updated_at), 'parcel', 'shipment', 'shipment.' || s.status,
      coalesce(s.exception, s.external_id), s.system,
      case when s.exception is not null then 'failed'
        when coalesce(s.delivered_at, s.expected_at, now()) > s.promised_at then 'late' end
    from shipment s join purchase p on p.id = s.purchase, m
    where p.customer = any (m.ids) and coalesce(s.delivered_at, s.updated_at) <= $2 and (coalesce(s.delivered_at, s.updated_at) < $2 or s.id::text > $4) and ($3::text is null or $3 = 'parcel') order by coalesce(s.delivered_at, s.updated_at) desc, s.id::text limit 50)
  union all
  (select t.id::text, t.opened_at, 'ticket', 'ticket', 'ticket.opened', t.subject, t.system,
      case when t.priority = 'critical' then 'critical' end
    from ticket t, m where t.customer = any (m.ids) and t.opened_at <= $2 and (t.opened_at < $2 or t.id::text > $4) and ($3::text is null or $3 = 'ticket') order by t.opened_at desc, t.id::text limit 50)
  union all
  (select f.id::text, f.at, 'survey', 'feedback', 'feedback.' || f.kind,
      f.score || coalesce(' · ' || f.comment, ''), f.system,
      case when (f.kind = 'nps' and f.score <= 6) or (f.kind <> 'nps' and f.score <= 2) then 'unhappy' end
    from feedback f, m where f.customer = any (m.ids) and f.at <= $2 and (f.at < $2 or f.id::text > $4) and ($3::text is null or $3 = 'survey') order by f.at desc, f.id::text limit 50)
  union all
  (select i.id::text, i.arrived_at, i.channel, 'contact', 'contact.' || coalesce(i.cause, 'completed'),
      coalesce(i.note, i.disposition, ''), 'shopbell',
      case when i.cause in ('abandoned', 'missed') then i.cause end
    from interaction i, m where i.customer = any (m.ids) and i.arrived_at <= $2 and (i.arrived_at < $2 or i.id::text > $4) and ($3::text is null or i.channel = $3) and i.ended_at is not null
    order by i.arrived_at desc, i.id::text limit 50)
)
select * from step order by at desc, id limit 50
