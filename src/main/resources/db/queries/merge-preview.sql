-- both sides of a merge as they are now: $1 is kept, $2 the other. The keys are the model's own.
with side as (
  select a.place, s.id, s.name, s.kind, s.locale, s.tier, s.owner, s.attributes,
    (select array_agg(r.id order by r.id) from customer r where r.survivor = s.id) as ids
  from (values ('keep', $1::uuid), ('other', $2::uuid)) a (place, asked)
  join customer c on c.id = a.asked join customer s on s.id = c.survivor
)
select jsonb_object_agg(place, jsonb_build_object(
  'customer', id, 'name', name, 'kind', kind,
  'records', (select jsonb_agg(jsonb_build_object('id', r.id, 'system', r.system, 'externalId', r.external_id, 'name', r.name)
    order by r.system, r.external_id) from customer r where r.id = any (ids)),
  'interactions', (select count(*) from interaction where customer = any (ids)),
  'orders', (select count(*) from purchase where customer = any (ids)),
  'tickets', (select count(*) from ticket where customer = any (ids)),
  'openTickets', (select count(*) from ticket where customer = any (ids) and status <> 'closed'),
  'handles', (select count(distinct (h.kind, h.value)) from handle h where h.customer = any (ids)),
  'promises', (select count(*) from promise where customer = any (ids) and kept_at is null),
  'says', jsonb_strip_nulls(jsonb_build_object('name', name, 'language', locale, 'tier', tier, 'owner', owner,
    'birthDate', attributes ->> 'birthDate', 'street', attributes ->> 'street', 'postalCode', attributes ->> 'postalCode',
    'city', attributes ->> 'city'))))::text
from side
