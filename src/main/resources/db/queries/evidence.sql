-- who could be behind the handles of some contacts, each by itself (lateral); $1 kinds, $2 values, $3 the place of the contact that
-- each belongs to, $4 the instants at which each was asked for, the first of which has place 1. Of number blocks only the longest that fits.
-- Visits, cookies and devices of who is not to be watched are no evidence. One row for each person and handle; record is the one of the person's records that has it longest.
select a.place::int, who.*
from unnest((select $4::timestamptz[])) with ordinality as a (now, place)
cross join lateral (
with asked as (
  select distinct h.kind, h.value from unnest((select $1::text[]), (select $2::text[]), (select $3::int[])) as h (kind, value, place) where h.place = a.place
),
held as (
  select h.*, q.value as named, false as by_block
  from asked q join handle h on h.kind = q.kind and h.value = q.value and not h.block
  union all
  (select h.*, q.value, true from asked q
    join handle h on q.kind = 'phone' and h.kind = 'phone' and h.block
      and h.value = any (array(select left(q.value, n) from generate_series(6, length(q.value)) n))
    order by length(h.value) desc limit 1)
),
owned as materialized (
  select c.survivor, h.kind, h.named, h.by_block, (array_agg(h.customer order by h.first_seen, h.customer))[1] as record,
    bool_or(h.verified) as verified, bool_and(h.source = 'journey' and not h.verified and h.chosen = 0) as claimed, bool_or(h.shared) as shared, sum(h.chosen)::int as chosen,
    min(h.first_seen) as first_seen, count(*) over (partition by h.kind, h.named, h.by_block)::int as holders
  from held h join customer c on c.id = h.customer
  where h.kind not in ('cookie', 'device') or watched(c.survivor)
  group by c.survivor, h.kind, h.named, h.by_block
  limit 50
),
g as materialized (
  select o.survivor, c.id from (select distinct survivor from owned) o join customer c on c.survivor = o.survivor
)
select o.survivor as customer, o.record, s.name, s.kind as customer_kind, o.kind as by_kind, o.named, o.verified, o.claimed,
  o.shared, o.by_block, o.chosen, o.holders, o.first_seen,
  talk.contacts, talk.last_at, talk.calls, talk.last_call_at,
  greatest(talk.last_at, o.first_seen, bought.last_at, asked.last_at) as active_at,
  asked.open_tickets, bought.trouble as parcel_trouble, bought.today as parcel_today,
  (select max(t.at) from g join touchpoint t on t.customer = g.id
    where g.survivor = o.survivor and t.at > a.now - interval '2 days' and t.at <= a.now and t.outcome = 'abandoned'
    having max(t.at) is not null and watched(o.survivor)) as abandoned_at
from owned o
join customer s on s.id = o.survivor
cross join lateral (
  select count(*)::int as contacts, max(arrived_at) as last_at,
    (count(*) filter (where answered and caller = o.named))::int as calls,
    max(arrived_at) filter (where answered and caller = o.named) as last_call_at
  from (
    select i.* from g cross join lateral (
      select arrived_at, caller, cause = 'completed' as answered from interaction
      where customer = g.id and state = 'closed' and arrived_at <= a.now order by arrived_at desc limit 50) i
    where g.survivor = o.survivor order by i.arrived_at desc limit 50) recent
) talk
cross join lateral (
  select max(p.placed_at) as last_at, count(d.id) > 0 as trouble,
    coalesce(bool_or(d.exception is not null and d.updated_at > a.now - interval '1 day'), false) as today
  from g join purchase p on p.customer = g.id
  left join shipment d on d.purchase = p.id and d.delivered_at is null and (d.exception is not null or d.promised_at < a.now)
  where g.survivor = o.survivor
) bought
cross join lateral (
  select max(t.updated_at) as last_at, (count(*) filter (where t.status <> 'closed'))::int as open_tickets
  from g join ticket t on t.customer = g.id where g.survivor = o.survivor
) asked
) who
