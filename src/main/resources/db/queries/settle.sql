-- Settles exposures whose time is over at $1, at most $2. All are judged at the end of their time: if successes were
-- counted as they come, and failures later, every effect would be seen too large for a while.
with due as (
  select e.decision, e.action, e.at, e.place, e.state, e.success, e.response, p.ids,
    case when e.success is null then case when e.response in ('accepted', 'done') then e.responded_at end
      else success_at(e.success, p.ids, e.at, e.until, e.least_score) end as happened
  from exposure e cross join lateral (select person_of(e.customer) as ids) p
  where e.settled_at is null and e.state <> 'vetoed' and e.until < $1 order by e.until limit $2
)
update exposure e set settled_at = $1, happened_at = d.happened,
  before = case when d.success is null then 0 else events_of(d.success, d.ids, d.at - interval '14 days', d.at) end,
  learned = e.features = '{}' or (d.success is null and coalesce(d.response, 'later') = 'later'),
  -- the last shown action that waited for it has brought it about; of one decision the accepted one, then the first
  succeeded = d.happened is not null and d.state = 'shown' and (d.success is null or not exists (
    select from exposure o
    where o.customer = any (d.ids) and o.state = 'shown' and o.success = d.success
      and o.at < d.happened and o.until >= d.happened
      and (o.at, coalesce(o.response in ('accepted', 'done'), false), -o.place)
        > (d.at, coalesce(d.response in ('accepted', 'done'), false), -d.place)))
from due d where e.decision = d.decision and e.action = d.action
