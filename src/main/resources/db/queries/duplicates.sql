-- pairs that are probably one person, the surest first; a merge that was undone says that the pair is two. Read in the
-- order of the index duplicate_open from where the rows before ended, $2 score and $3 id; $1 a customer or null, $4 how many.
-- Not open are those of one person by now, and of several pairs of records of the same two persons all but the surest
with next as materialized (
  select * from duplicate d
  where d.dismissed_at is null and d.score <= $2 and (d.score < $2 or d.id > $3) and $1::uuid is null
  order by d.score desc, d.id limit $4
)
select d.id, d.score, d.reasons, d.found_at, a.id as a, b.id as b, a.name as a_name, a.kind as a_kind, b.name as b_name, b.kind as b_kind,
  a.id <> b.id
  and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
    and (j.customer, j.other) in ((d.a, d.b), (d.b, d.a), (a.id, b.id), (b.id, a.id)))
  and not exists (
    select from unnest(person_of(d.a)) x cross join unnest(person_of(d.b)) y
    join duplicate o on o.a = x and o.b = y or o.a = y and o.b = x
    where o.dismissed_at is null and (o.score, d.id) > (d.score, o.id)
      and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
        and (j.customer, j.other) in ((o.a, o.b), (o.b, o.a)))) as open
from next d
join customer ra on ra.id = d.a join customer rb on rb.id = d.b
join customer a on a.id = ra.survivor join customer b on b.id = rb.survivor
order by d.score desc, d.id
