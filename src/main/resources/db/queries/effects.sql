-- What became of each action since $1: answers by showing, outcomes by person. A person counts with the first showing.
with seen as (
  select e.*, c.survivor from exposure e join customer c on c.id = e.customer where e.at >= $1 and e.state <> 'vetoed'
),
person as (
  select distinct on (action, survivor) action, state, (happened_at is not null)::int::double precision as outcome, before
  from seen where settled_at is not null and success is not null order by action, survivor, at
),
sums as (
  select action, state, count(*) as persons, sum(outcome) as outcome, sum(before) as before,
    sum(outcome * outcome) as outcome_squares, sum(before * before) as before_squares, sum(outcome * before) as products
  from person group by action, state
)
select a.action, a.shown, a.accepted, a.declined, a.later, a.done, a.wrong, a.succeeded,
  w.persons, w.outcome, w.before, w.outcome_squares, w.before_squares, w.products,
  o.persons as o_persons, o.outcome as o_outcome, o.before as o_before, o.outcome_squares as o_outcome_squares,
  o.before_squares as o_before_squares, o.products as o_products
from (
  select action, count(*) filter (where state = 'shown') as shown,
    count(*) filter (where response = 'accepted') as accepted, count(*) filter (where response = 'declined') as declined,
    count(*) filter (where response = 'later') as later, count(*) filter (where response = 'done') as done,
    count(*) filter (where response = 'wrong') as wrong, count(*) filter (where succeeded) as succeeded
  from seen group by action
) a
left join sums w on w.action = a.action and w.state = 'shown'
left join sums o on o.action = a.action and o.state = 'held-out'
order by a.action
