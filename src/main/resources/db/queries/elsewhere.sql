-- which of these customers, tickets and orders are stored for another customer; $1 customer, $2 ids.
-- A company or a person of this customer is not another customer.
with own as materialized (select person_of($1) as ids)
select c.id from customer c, own
where c.id = any ($2) and c.id <> all (own.ids)
  and not exists (select from membership m
    where m.person = c.id and m.company = any (own.ids) or m.company = c.id and m.person = any (own.ids))
union all
select t.id from ticket t, own where t.id = any ($2) and t.customer <> all (own.ids)
union all
select p.id from purchase p, own where p.id = any ($2) and p.customer <> all (own.ids)
