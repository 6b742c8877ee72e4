-- Customer numbers are found in whatever letter case they are typed; a whole one comes before a part of one.
create or replace function search_customers(asked text, digits text, skip int)
returns table (id uuid, name text, kind text, match text)
language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
  with hit as (
    (select c.survivor, 'name' as match, word_similarity(fold(asked), fold(c.name))
        + case when fold(c.name) like fold(asked) || '%' then 0.2 else 0 end as score
      from customer c
      where fold(asked) <% fold(c.name) or fold(c.name) like '%' || fold(asked) || '%'
      order by 3 desc limit 200)
    union all
    (select c.survivor, 'phone', 1.3 from handle h join customer c on c.id = h.customer
      where digits <> '' and h.kind = 'phone' and h.value like '%' || digits || '%' limit 100)
    union all
    (select c.survivor, case h.kind when 'email' then 'email' else 'customer-number' end,
        case when lower(h.value) = lower(asked) then 1.5 else 1.3 end
      from handle h join customer c on c.id = h.customer
      where h.kind in ('email', 'customerNumber', 'external') and h.value ilike '%' || asked || '%' limit 100)
    union all
    (select c.survivor, 'order', 1.4 from purchase p join customer c on c.id = p.customer
      where p.external_id = upper(asked) or p.external_id = asked limit 20)
    union all
    (select c.survivor, 'ticket', 1.4 from ticket t join customer c on c.id = t.customer
      where t.external_id = ltrim(asked, '#') limit 20)
  ),
  best as (select distinct on (survivor) survivor, match, score from hit order by survivor, score desc)
  select c.id, c.name, c.kind, best.match from best join customer c on c.id = best.survivor
  order by best.score desc, c.name, c.id offset skip limit 21;
$$;
