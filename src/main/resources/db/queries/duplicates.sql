-- who is probably one person, the surest first; whoever has taken the merge of two back has said that they are two. Read in the
-- order of the index duplicate_open from where the page before ended, $2 score and $3 id; $1 a customer or null, $4 how many.
-- Of several pairs of records of the same two persons only the surest
select d.id, d.score, d.reasons, d.found_at, a.id as a, b.id as b, a.name as a_name, a.kind as a_kind, b.name as b_name, b.kind as b_kind
from duplicate d
join customer ra on ra.id = d.a join customer rb on rb.id = d.b
join customer a on a.id = ra.survivor join customer b on b.id = rb.survivor
where d.dismissed_at is null and d.score <= $2 and (d.score < $2 or d.id > $3) and $1::uuid is null
  and ra.survivor <> rb.survivor
  and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
    and (j.customer, j.other) in ((d.a, d.b), (d.b, d.a), (ra.survivor, rb.survivor), (rb.survivor, ra.survivor)))
  and not exists (
    select from customer oa join duplicate o on oa.id in (o.a, o.b) join customer ob on ob.id = case when oa.id = o.a then o.b else o.a end
    where oa.survivor = ra.survivor and ob.survivor = rb.survivor and o.dismissed_at is null and (o.score, d.id) > (d.score, o.id)
      and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
        and (j.customer, j.other) in ((o.a, o.b), (o.b, o.a))))
order by d.score desc, d.id limit $4
