-- What persons have been shown and have answered, and what they are held out from; $1 are customers.
with asked as (
  select a.place::int as place, r.id
  from unnest($1::uuid[]) with ordinality as a (customer, place)
  join customer c on c.id = a.customer join customer r on r.survivor = c.survivor
)
select a.place, e.decision as id, e.action, e.at, e.response, e.comment, e.responded_at,
  null::boolean as held_out, null::double precision as share
from asked a join exposure e on e.customer = a.id where e.state = 'shown'
union all
select a.place, h.customer, h.scope, h.at, null, null, null, h.held_out, h.share
from asked a join hold_out h on h.customer = a.id
