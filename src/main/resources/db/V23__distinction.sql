-- what tells people of one name apart, of all records of a person
create function distinction(who uuid) returns table (town text, company text, last_order timestamptz, last_contact timestamptz)
language sql stable as $$
  select
    (select coalesce(nullif(attributes ->> 'city', ''), nullif(attributes ->> 'town', ''), attributes ->> 'suburb') from customer
      where id = any (ids) order by (coalesce(attributes ->> 'city', attributes ->> 'town', attributes ->> 'suburb', '') = ''), id <> who limit 1),
    (select string_agg(distinct o.name, ', ' order by o.name) from membership m join customer o on o.id = m.company where m.person = any (ids)),
    (select max(p.placed_at) from purchase p where p.customer = any (ids)),
    (select max(i.arrived_at) from interaction i where i.customer = any (ids))
  from (select person_of(who) as ids) person;
$$;
