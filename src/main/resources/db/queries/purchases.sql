-- days of purchase of persons, for training: $1 the currency, $2 until when, $3 at most so many customers. What is not a purchase is
-- decided by worth_part, as for the card. Refunds are taken off all days in equal shares, so that amounts add up to the card's lifetime.
with chosen as materialized (
  select b.survivor
  from (select distinct c.survivor from purchase p join customer c on c.id = p.customer
    where p.currency = $1 and p.placed_at <= $2) b
  join customer s on s.id = b.survivor
  where s.kind = 'person' and not exists (select from customer r
    where r.survivor = b.survivor and r.attributes::text like '%consent%' and refused(r.attributes, 'profiling'))
  order by hashtext(b.survivor::text), b.survivor
  limit $3
),
worth as materialized (
  select w.survivor, (w.placed_at at time zone 'UTC')::date as day, w.amount, w.part
  from worth_part w where w.currency = $1 and w.placed_at <= $2 and w.survivor in (select survivor from chosen)
),
total as (
  select survivor, sum(amount) filter (where part = 'bought') as bought,
    worth_left(sum(amount) filter (where part = 'bought'), sum(amount) filter (where part = 'returned'),
      sum(amount) filter (where part = 'refund')) as kept
  from worth group by survivor
)
select w.survivor::text as customer, w.day, (sum(w.amount) * coalesce(t.kept / nullif(t.bought, 0), 0))::float8 as amount
from worth w join total t on t.survivor = w.survivor
where w.part = 'bought'
group by w.survivor, w.day, t.kept, t.bought
