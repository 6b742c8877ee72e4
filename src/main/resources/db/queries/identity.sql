-- why these records are one person; $1 any of them. The keys are the model's own.
with m as materialized (
  select ids, main, watched(main) as watched from (
    select array_agg(id) as ids, (select survivor from customer where id = $1) as main
    from customer where survivor = (select survivor from customer where id = $1)) person
)
select json_build_object(
  'customer', m.main,
  'name', (select name from customer where id = m.main),
  'records', (
    select json_agg(json_build_object('id', c.id, 'system', c.system, 'externalId', c.external_id, 'kind', c.kind,
      'name', c.name, 'since', c.since, 'updatedAt', c.updated_at) order by c.id <> m.main, c.system, c.external_id)
    from customer c where c.id = any (m.ids)),
  'handles', coalesce((
    select json_agg(json_build_object('kind', h.kind, 'value', h.value || case when h.block then '*' else '' end,
      'customer', h.customer, 'source', h.source, 'verified', h.verified, 'shared', h.shared, 'chosen', h.chosen,
      'holders', (select count(distinct o.survivor) from handle x join customer o on o.id = x.customer
        where x.kind = h.kind and x.value = h.value and x.block = h.block),
      'firstSeen', h.first_seen, 'lastSeen', h.last_seen) order by h.kind, h.value, h.customer)
    from (select * from handle where customer = any (m.ids) and (kind not in ('cookie', 'device') or m.watched)
      order by last_seen desc limit 200) h), '[]'),
  'journal', coalesce((
    select json_agg(json_build_object('id', j.id, 'at', j.at, 'actor', j.actor, 'what', j.what, 'customer', j.customer,
      'other', j.other, 'interaction', j.interaction, 'handles', coalesce((select jsonb_agg(h) from jsonb_array_elements(j.payload -> 'handles') h
        where m.watched or h ->> 'kind' not in ('cookie', 'device')), '[]'),
      'reasons', coalesce(j.payload -> 'reasons', '[]'), 'undoneBy', j.undone_by,
      'undoable', j.what in ('link', 'merge') and j.undone_by is null) order by j.id desc)
    from (select * from identity_journal where customer = any (m.ids) or other = any (m.ids)
      order by id desc limit 200) j), '[]')
)::text
from m where m.main is not null
