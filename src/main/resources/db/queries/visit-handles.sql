-- handles of people the journey knows; $1 kinds, $2 values, $3 whose, $4 proven, $5 when. A foreign id joins two
-- records for good, so it is taken only where the other is known to the journey alone and joined to nobody yet.
-- What is known already is passed over first: an upsert would lock its row to find that out.
insert into handle (kind, value, customer, source, verified, first_seen, last_seen)
select r.kind, r.value, r.customer, 'journey', r.verified, r.at, r.at
from unnest($1::text[], $2::text[], $3::uuid[], $4::boolean[], $5::timestamptz[]) as r (kind, value, customer, verified, at)
where (select 1 from handle h where h.kind = r.kind and h.value = r.value and h.customer = r.customer
    and h.last_seen >= r.at - interval '1 hour' and (h.verified or not r.verified)) is null
  and (r.kind <> 'external' or r.value not like 'journey:%' or exists (
    select from customer p where p.system = 'journey' and p.external_id = substr(r.value, 9) and p.survivor = p.id
      and p.id <> r.customer
      and not exists (select from customer o where o.survivor = p.id and o.id <> p.id)
      and not exists (select from handle h where h.kind = r.kind and h.value = r.value and h.customer <> r.customer)))
order by r.kind collate "C", r.value collate "C", r.customer
on conflict (kind, value, customer) do update set verified = handle.verified or excluded.verified,
  last_seen = greatest(handle.last_seen, excluded.last_seen)
where handle.last_seen < excluded.last_seen - interval '1 hour' or excluded.verified and not handle.verified
returning kind, value, customer, xmax = 0 as made
