-- records that a verified customer number or foreign id says are one person; $1 records just told of.
-- What the journey says joins its own record with that of the number it names, and proves nothing: its handles stay unverified.
-- A number is proof when one of the two has proven it: the other was told by a system. The one that is known longer
-- stands for both, and one whom only the journey or a source knows never does. A merge that a user has undone once is not done again.
with proof as (
  select h.customer as one, o.customer as two, h.kind
  from handle h join handle o on o.kind = h.kind and o.value = h.value and o.customer <> h.customer
  where h.customer = any ($1) and h.kind in ('customerNumber', 'external')
    and (h.verified or o.verified or 'journey' in (h.source, o.source)) and not h.shared and not o.shared
  union
  select h.customer, c.id, h.kind
  from handle h join customer c on c.system = split_part(h.value, ':', 1)
    and c.external_id = substr(h.value, strpos(h.value, ':') + 1) and c.id <> h.customer
  where h.customer = any ($1) and h.kind = 'external' and (h.verified or h.source = 'journey') and not h.shared
  union
  select h.customer, c.id, h.kind
  from customer c join handle h on h.kind = 'external' and h.value = c.system || ':' || c.external_id and h.customer <> c.id
  where c.id = any ($1) and (h.verified or h.source = 'journey') and not h.shared
)
select distinct on (least(a.id, b.id), greatest(a.id, b.id))
  case when (a.system = 'journey' or exists (select from source_answer s where s.source = a.system), coalesce(a.since, 'infinity'), a.id)
    <= (b.system = 'journey' or exists (select from source_answer s where s.source = b.system), coalesce(b.since, 'infinity'), b.id) then a.id else b.id end as keep,
  case when (a.system = 'journey' or exists (select from source_answer s where s.source = a.system), coalesce(a.since, 'infinity'), a.id)
    <= (b.system = 'journey' or exists (select from source_answer s where s.source = b.system), coalesce(b.since, 'infinity'), b.id) then b.id else a.id end as other,
  p.kind
from proof p join customer a on a.id = p.one join customer b on b.id = p.two
where a.survivor <> b.survivor and a.kind = b.kind
  and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
    and (j.customer = a.id and j.other = b.id or j.customer = b.id and j.other = a.id))
  and not exists (select from duplicate d where d.dismissed_at is not null
    and (d.a = a.id and d.b = b.id or d.a = b.id and d.b = a.id))
limit 500
