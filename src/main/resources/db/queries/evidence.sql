-- who could be behind these handles; $1 kinds, $2 values, $3 now. Of number blocks only the longest that fits.
with asked as (
  select * from unnest($1::text[], $2::text[]) as a (kind, value)
),
held as (
  select h.*, false as by_block from asked a join handle h on h.kind = a.kind and h.value = a.value and not h.block
  union all
  (select h.*, true from asked a
    join handle h on a.kind = 'phone' and h.kind = 'phone' and h.block
      and h.value = any (array(select left(a.value, n) from generate_series(6, length(a.value)) n))
    order by length(h.value) desc limit 1)
)
select c.survivor as customer, s.name, s.kind as customer_kind, h.kind as by_kind, h.verified,
  h.shared, h.by_block, h.chosen,
  (select count(distinct o.survivor) from handle x join customer o on o.id = x.customer
    where x.kind = h.kind and x.value = h.value and x.block = h.block)::int as holders,
  coalesce(talk.contacts, 0)::int as contacts, talk.last_at,
  (select count(*) from ticket t where t.customer = c.id and t.status <> 'closed')::int as open_tickets,
  exists (select from purchase p join shipment d on d.purchase = p.id where p.customer = c.id
    and d.delivered_at is null and (d.exception is not null or d.promised_at < $3)) as parcel_trouble,
  (select max(t.at) from touchpoint t where t.customer = c.id and t.at > $3::timestamptz - interval '2 days' and t.at <= $3
    and t.outcome = 'abandoned') as abandoned_at
from held h
join customer c on c.id = h.customer
join customer s on s.id = c.survivor
left join lateral (
  select count(*) as contacts, max(arrived_at) as last_at from (
    select arrived_at from interaction i where i.customer = c.id and i.state = 'closed'
    order by arrived_at desc limit 50) recent
) talk on true
limit 50
