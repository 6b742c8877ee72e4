-- Customers are found by any words of theirs in any order: name, town, postcode, street, birth date. Each word stands in
-- one index in several spellings: as it is, by how it begins and ends, and by how it sounds.

-- bodies are bound when they are made: an index is built without a search path
create function sound_of(word text) returns text language sql immutable parallel safe return
  left(regexp_replace(translate(word, 'pvwcgqxzdmaeiouyhj', 'bffkkkkstn'), '(.)\1+', '\1', 'g'), 4);

-- the word itself comes first; a date is also found with its year, its month or its day wrong
create function word_keys(word text) returns text[] language sql immutable parallel safe return
  case
    when word ~ '^(18|19|20)\d{6}$' then array[word, 'md' || right(word, 4), 'ym' || left(word, 6), 'yd' || left(word, 4) || right(word, 2)]
    else array_remove(array[word,
      case when length(word) > 2 then '^' || left(word, 3) end,
      case when length(word) > 4 then '$' || right(word, 3) end,
      case when word !~ '\d' and length(sound_of(word)) > 1 then '~' || sound_of(word) end], null)
    end;

-- a name without letters and digits, such as a dash, is one word
create function words_of(told text) returns text[] language sql immutable parallel safe return
  case when btrim(told) ~ '^[^[:alnum:]]+$' then array[btrim(told)]
    else array_remove(regexp_split_to_array(fold(coalesce(told, '')), '[^[:alnum:]]+'), '') end;

-- a postcode of two parts and a date count as one word each
create function customer_words(name text, attributes jsonb) returns text[] language sql immutable parallel safe return
  words_of(concat_ws(' ', name, attributes ->> 'city', attributes ->> 'town', attributes ->> 'suburb',
      attributes ->> 'postalCode', attributes ->> 'postcode', attributes ->> 'zip', attributes ->> 'street', attributes ->> 'address1'))
    || array_remove(array[
      regexp_replace(fold(coalesce(attributes ->> 'postalCode', attributes ->> 'postcode', attributes ->> 'zip', '')), '[^[:alnum:]]', '', 'g'),
      regexp_replace(coalesce(attributes ->> 'birthDate', attributes ->> 'dateOfBirth', attributes ->> 'birthday', ''), '\D', '', 'g')], '');

create function customer_keys(name text, attributes jsonb) returns text[] language sql immutable parallel safe return (
  select coalesce(array_agg(distinct key), '{}') from unnest(customer_words(name, attributes)) word, unnest(word_keys(word)) key
);

create index customer_keys on customer using gin (customer_keys(name, attributes));
drop index customer_name;
drop function search_customers(text, text, int);

-- who could be meant by these words: whoever has all of them comes first, then all but one and so on, at each step those
-- that are spelled the same before those that are spelled alike; it ends as soon as there are enough to rank
create function customers_with(words text[], enough int) returns setof uuid language plpgsql stable
set enable_seqscan = off set jit = off as $$
declare
  n int := coalesce(array_length(words, 1), 0);
  found uuid[] := '{}';
  part uuid[];
  clauses text;
  taken int;
  mask int;
  loose boolean;
begin
  if n = 0 then
    return;
  end if;
  for taken in reverse n .. 1 loop
    foreach loose in array array[false, true] loop
      for mask in 1 .. (1 << n) - 1 loop
        continue when length(replace(mask::bit(16)::text, '0', '')) <> taken;
        select string_agg(format('customer_keys(name, attributes) && %L::text[]',
          case when loose then word_keys(words[i]) else array[words[i]] end), ' and ')
        into clauses from generate_series(1, n) i where mask & (1 << (i - 1)) > 0;
        execute format('select array(select survivor from customer where %s limit %s)', clauses, enough) into part;
        found := array(select distinct unnest(found || part));
        exit when cardinality(found) >= 2 * enough;
      end loop;
      -- a page full of these is enough: fewer words would only add worse ones
      if cardinality(found) >= least(enough, 20) then
        return query select unnest(found);
        return;
      end if;
    end loop;
  end loop;
  return query select unnest(found);
end $$;
