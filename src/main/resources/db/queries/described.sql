-- who could have said this: $1 words, $2 how many are enough, $3 order numbers, $4 addresses that nobody has as they are,
-- $5 persons who are compared in any case. One row for each record
with hit as (
  select survivor, false as mailbox from customers_with($1, $2) survivor
  union all
  (select c.survivor, false from purchase p join customer c on c.id = p.customer where p.external_id = any ($3) limit $2)
  union all
  (select c.survivor, true from unnest($4::text[]) a join handle h on h.kind = 'email' and mailbox(h.value) = mailbox(a) and h.value <> a
    join customer c on c.id = h.customer limit $2)
  union all
  select survivor, false from unnest($5::uuid[]) survivor
)
select s.id as customer, s.name as person, r.id, r.kind, r.name, r.attributes::text as attributes, hit.mailbox,
  exists (select from purchase p where p.customer = r.id and p.external_id = any ($3)) as ordered,
  (select greatest(reltuples::bigint, pg_stat_get_live_tuples(oid)) from pg_class where oid = 'customer'::regclass) as among
from (select survivor, bool_or(mailbox) as mailbox from hit group by survivor) hit
join customer s on s.id = hit.survivor join customer r on r.survivor = s.id
