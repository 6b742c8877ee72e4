-- who could be meant; $1 words, $2 how many are enough, $3 the digits of a telephone number or '', $4 words that could be a
-- number or address, the first of which is all that was typed, $5 how many of each. Beside other words
-- a number may be a postcode, which is an order number of another customer by chance. One row for each way in which a person was found
with hit as (
  select survivor, 'name' as match, 0.0 as sure from customers_with($1, $2) survivor
  union all
  (select c.survivor, 'phone', 20 from handle h join customer c on c.id = h.customer
    where $3 <> '' and h.kind = 'phone' and h.value like '%' || $3 || '%' limit $5)
  union all
  select x.* from unnest($4::text[]) with ordinality as a (asked, place) cross join lateral (
    (select c.survivor, case h.kind when 'email' then 'email' else 'customer-number' end,
        case when lower(h.value) = lower(asked) then case place when 1 then 30 else 12 end when place = 1 then 20 else 4 end
      from handle h join customer c on c.id = h.customer
      where h.kind in ('email', 'customerNumber', 'external') and h.value ilike '%' || asked || '%' limit $5)
    union all
    (select c.survivor, 'order', case place when 1 then 28 else 12 end from purchase p join customer c on c.id = p.customer
      where p.external_id = upper(asked) or p.external_id = asked limit 20)
    union all
    (select c.survivor, 'ticket', case place when 1 then 28 else 12 end from ticket t join customer c on c.id = t.customer
      where t.external_id = ltrim(asked, '#') limit 20)
  ) x
),
best as (select distinct on (survivor) survivor, match, sure from hit order by survivor, sure desc)
select c.id, c.name, c.kind, best.match, best.sure::float8 as sure,
  -- all records of the person count
  (select array_agg(distinct word) from customer r, unnest(customer_words(r.name, r.attributes)) word where r.survivor = c.id) as words,
  d.*
from best join customer c on c.id = best.survivor cross join lateral distinction(c.id) d
