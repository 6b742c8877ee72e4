-- whom to ask sources about, and when each last answered; $1 customer. The keys are those of Answers.Known.
-- A handle that another customer holds too is a shared one: no source is asked by it
with m as materialized (
  select id, system, external_id, survivor, kind, name from customer
  where survivor = (select survivor from customer where id = $1)
)
select json_build_object(
  'asked', json_build_object(
    'customer', w.id,
    'kind', w.kind,
    'name', w.name,
    'id', json_build_object('system', w.system, 'id', w.external_id),
    'ids', (select json_agg(json_build_object('system', m.system, 'id', m.external_id)
      order by m.id <> w.id, m.system, m.external_id) from m),
    'handles', coalesce((
      select json_agg(json_build_object('kind', h.kind, 'value', h.value || case when h.block then '*' else '' end,
        'verified', h.verified, 'shared', h.shared or h.others) order by not h.verified, h.last_seen desc, h.kind, h.value)
      from (select l.*, exists (select from handle o join customer c on c.id = o.customer
          where o.kind = l.kind and o.value = l.value and c.survivor <> w.id) as others
        from (select * from handle where customer in (select id from m) order by not verified, last_seen desc limit 50) l) h),
      '[]')),
  'answeredAt', coalesce((
    select json_object_agg(a.source, a.at)
    from (select source, max(at) as at from source_answer where customer in (select id from m) group by 1) a), '{}')
)::text
from m w where w.id = w.survivor
