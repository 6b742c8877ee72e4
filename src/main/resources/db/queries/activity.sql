-- how much happened with one person, by lane and six hours, without visits when they are not to be watched; $1 customer, $2 and $3 from and until
with m as materialized (
  select ids, watched(main) as watched from (
    select array_agg(id) as ids, min(survivor::text)::uuid as main
    from customer where survivor = (select survivor from customer where id = $1)) person
),
step as (
  select t.at, 'web' as lane, case when t.outcome in ('failed', 'abandoned', 'error') then 1 else 0 end as hurt
    from touchpoint t, m where m.watched and t.customer = any (m.ids) and t.at >= $2 and t.at <= $3
  union all
  select p.placed_at, 'web', 0
    from purchase p, m where p.customer = any (m.ids) and p.placed_at >= $2 and p.placed_at <= $3
  union all
  select coalesce(s.delivered_at, s.updated_at), 'parcel',
      case when s.exception is not null or coalesce(s.delivered_at, s.expected_at, $3) > s.promised_at then 1 else 0 end
    from shipment s join purchase p on p.id = s.purchase, m
    where p.customer = any (m.ids) and coalesce(s.delivered_at, s.updated_at) >= $2 and coalesce(s.delivered_at, s.updated_at) <= $3
  union all
  select t.opened_at, 'ticket', case when t.priority = 'critical' then 2 else 0 end
    from ticket t, m where t.customer = any (m.ids) and t.opened_at >= $2 and t.opened_at <= $3
  union all
  select f.at, 'contact', case when (f.kind = 'nps' and f.score <= 6) or (f.kind <> 'nps' and f.score <= 2) then 1 else 0 end
    from feedback f, m where f.customer = any (m.ids) and f.at >= $2 and f.at <= $3
  union all
  select i.arrived_at, 'contact', case when i.cause in ('abandoned', 'missed') then 1 else 0 end
    from interaction i, m where i.customer = any (m.ids) and i.arrived_at >= $2 and i.arrived_at <= $3 and i.ended_at is not null
)
select lane, to_timestamp(floor(extract(epoch from at) / 21600) * 21600) as at, count(*)::int as events, (array['none', 'friction', 'critical'])[max(hurt) + 1] as hurt
from step group by 1, 2 order by 2, 1
