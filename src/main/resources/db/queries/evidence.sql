-- who could be behind these handles; $1 kinds, $2 values, $3 now. Of number blocks only the longest that fits.
-- Visits, cookies and devices of who is not to be watched are no evidence. One row for each person and handle; record is the one of the person's records that has it longest.
with asked as (
  select distinct * from unnest($1::text[], $2::text[]) as a (kind, value)
),
held as (
  select h.*, a.value as named, false as by_block
  from asked a join handle h on h.kind = a.kind and h.value = a.value and not h.block
  union all
  (select h.*, a.value, true from asked a
    join handle h on a.kind = 'phone' and h.kind = 'phone' and h.block
      and h.value = any (array(select left(a.value, n) from generate_series(6, length(a.value)) n))
    order by length(h.value) desc limit 1)
),
owned as materialized (
  select c.survivor, h.kind, h.named, h.by_block, (array_agg(h.customer order by h.first_seen, h.customer))[1] as record,
    bool_or(h.verified) as verified, bool_or(h.shared) as shared, sum(h.chosen)::int as chosen,
    min(h.first_seen) as first_seen, count(*) over (partition by h.kind, h.named, h.by_block)::int as holders
  from held h join customer c on c.id = h.customer
  where h.kind not in ('cookie', 'device') or watched(c.survivor)
  group by c.survivor, h.kind, h.named, h.by_block
  limit 50
)
select o.survivor as customer, o.record, s.name, s.kind as customer_kind, o.kind as by_kind, o.named, o.verified,
  o.shared, o.by_block, o.chosen, o.holders, o.first_seen,
  coalesce(talk.contacts, 0)::int as contacts, talk.last_at, coalesce(talk.calls, 0)::int as calls, talk.last_call_at,
  greatest(talk.last_at, o.first_seen, bought.last_at, asked.last_at) as active_at,
  (select count(*) from ticket t where t.customer = any (g.ids) and t.status <> 'closed')::int as open_tickets,
  coalesce(parcel.trouble, false) as parcel_trouble, coalesce(parcel.today, false) as parcel_today,
  (select max(t.at) from touchpoint t where t.customer = any (g.ids)
    and t.at > $3::timestamptz - interval '2 days' and t.at <= $3 and t.outcome = 'abandoned'
    having max(t.at) is not null and watched(o.survivor)) as abandoned_at
from owned o
join customer s on s.id = o.survivor
cross join lateral (select array_agg(id) as ids from customer where survivor = o.survivor) g
left join lateral (
  select count(*) as contacts, max(arrived_at) as last_at,
    count(*) filter (where answered and caller = o.named) as calls,
    max(arrived_at) filter (where answered and caller = o.named) as last_call_at
  from (
    select arrived_at, caller, cause = 'completed' as answered from interaction i
    where i.customer = any (g.ids) and i.state = 'closed' and i.arrived_at <= $3
    order by arrived_at desc limit 50) recent
) talk on true
left join lateral (select max(placed_at) as last_at from purchase p where p.customer = any (g.ids)) bought on true
left join lateral (select max(updated_at) as last_at from ticket t where t.customer = any (g.ids)) asked on true
left join lateral (
  select bool_or(true) as trouble,
    bool_or(d.exception is not null and d.updated_at > $3::timestamptz - interval '1 day') as today
  from purchase p join shipment d on d.purchase = p.id
  where p.customer = any (g.ids) and d.delivered_at is null and (d.exception is not null or d.promised_at < $3)
) parcel on true
