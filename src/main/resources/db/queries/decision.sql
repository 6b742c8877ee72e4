-- Writes a decision. The lock makes it wait for an erasure of the customer, after which there is nobody to write of.
with who as (select id from customer where id = $2 for key share),
logged as (
  insert into decision (id, customer, interaction, channel, queue, placement, at, inputs, explanation)
  select $1, id, $3, $4, $5, $6, $7, $8, $9 from who
  on conflict (id) do update set inputs = excluded.inputs, explanation = excluded.explanation, queue = excluded.queue
  returning id
),
assigned as (
  insert into hold_out (customer, scope, held_out, share, at)
  select who.id, a.scope, a.held_out, a.share, $7
  from who, jsonb_to_recordset($11::jsonb) as a (scope text, held_out boolean, share double precision)
  on conflict do nothing
)
insert into exposure (decision, action, version, customer, at, place, state, veto, benefit, features, success, until, least_score)
select $1, e.action, e.version, who.id, $7, e.place, e.state, e.veto, e.benefit, e.features, e.success, e.until, e.least_score
from who, jsonb_to_recordset($10::jsonb) as e (action text, version int, place int, state text, veto text,
  benefit double precision, features text[], success text, until timestamptz, least_score int)
on conflict (decision, action) do update set version = excluded.version, at = excluded.at, place = excluded.place,
  state = excluded.state, veto = null, benefit = excluded.benefit, features = excluded.features,
  success = excluded.success, until = excluded.until, least_score = excluded.least_score
where exposure.state = 'vetoed' and excluded.state <> 'vetoed'
