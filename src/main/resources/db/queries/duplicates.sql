-- who is probably one person, the surest first; whoever has taken the merge of two back has said that they are two.
-- $1 a customer or null, $2 how many to skip, $3 how many
with asked as (select survivor from customer where id = $1),
pair as (
  select distinct on (least(a.survivor, b.survivor), greatest(a.survivor, b.survivor))
    d.id, d.score, d.reasons, d.found_at, a.survivor as a, b.survivor as b
  from duplicate d join customer a on a.id = d.a join customer b on b.id = d.b
  where d.dismissed_at is null and a.survivor <> b.survivor
    and not exists (select from identity_journal j where j.what = 'merge' and j.undone_by is not null
      and (j.customer, j.other) in ((d.a, d.b), (d.b, d.a), (a.survivor, b.survivor), (b.survivor, a.survivor)))
    and ($1::uuid is null or a.survivor in (select * from asked) or b.survivor in (select * from asked))
  order by least(a.survivor, b.survivor), greatest(a.survivor, b.survivor), d.score desc, d.id
)
select p.*, a.name as a_name, a.kind as a_kind, b.name as b_name, b.kind as b_kind
from pair p join customer a on a.id = p.a join customer b on b.id = p.b
order by p.score desc, p.id offset $2 limit $3
