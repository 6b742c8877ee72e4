-- the steps before one, newest first, as far as they may belong to the same visit; $1 customer, $2 and $3 the one's instant and id, $4 channel or null
select t.id::text, t.at from touchpoint t
where t.customer = any (array(select id from customer where survivor = (select survivor from customer where id = $1)))
  and t.at <= $2 and t.at > $2::timestamptz - interval '1 day' and (t.at < $2 or t.id::text > $3)
  and ($4::text is null or t.channel = $4)
order by t.at desc, t.id::text limit 500
