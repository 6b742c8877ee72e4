-- many steps at once, each kept once: a repeated one has the same id, and by its clock happened within a week of the
-- first. $1 ids, $2 times, $3 who is signed in or null, $4 the cookie of the others, $5 channels, $6 names,
-- $7 properties, $8 outcomes, $9 the earliest and $10 the latest of the times. Who is concerned, and how many steps are
-- new. One probe finds all ids, one all cookies; no ON CONFLICT, which writes each row twice: only one writes at a time.
with known as materialized (
  select t.id, t.at from touchpoint t
  where t.id = any ($1) and t.at >= $9::timestamptz - interval '7 days' and t.at <= $10::timestamptz + interval '7 days'
), led as materialized (
  select h.value from handle h where h.kind = 'cookie' and h.value = any ($4)
), made as (
  insert into touchpoint (id, at, customer, waits_for, source, channel, name, properties, outcome)
  select r.id, r.at,
    coalesce(r.customer, case when r.cookie in (select value from led) then home('cookie:' || r.cookie, r.at) end),
    'cookie:' || r.cookie, 'journey', r.channel, r.name, r.properties::jsonb, r.outcome
  from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    as r (id, at, customer, cookie, channel, name, properties, outcome)
  where r.id not in (select id from known) or not exists (select from known k
    where k.id = r.id and k.at >= r.at - interval '7 days' and k.at <= r.at + interval '7 days')
  returning customer
)
select c.survivor as customer, sum(m.steps)::int as steps
from (select customer, count(*) as steps from made group by customer) m
left join customer c on c.id = m.customer
group by c.survivor
