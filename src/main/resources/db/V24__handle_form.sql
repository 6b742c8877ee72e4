-- handles that were kept before their normal form changed are brought to the form of today; which form all have by now
create table handle_form (form int primary key, at timestamptz not null default now());

-- every record that has a handle in its old form has it in the new one, with all that was learned of it, and facts that were
-- named by it go where they belong; whose cards are out of date
create function renew_handle(k text, was text, becomes text) returns setof uuid language plpgsql as $$
begin
  update customer set examined = false where id in (select customer from handle where kind = k and value = was);
  insert into handle (kind, value, customer, source, verified, shared, block, chosen, first_seen, last_seen, told)
  select kind, becomes, customer, source, verified, shared, block, chosen, first_seen, last_seen, told from handle where kind = k and value = was
  on conflict (kind, value, customer) do update set verified = handle.verified or excluded.verified,
    shared = handle.shared or excluded.shared, chosen = handle.chosen + excluded.chosen, told = handle.told or excluded.told,
    first_seen = least(handle.first_seen, excluded.first_seen), last_seen = greatest(handle.last_seen, excluded.last_seen);
  delete from handle where kind = k and value = was;
  update recognition set value = becomes where kind = k and value = was;
  update purchase set waits_for = k || ':' || becomes where waits_for = k || ':' || was;
  update ticket set waits_for = k || ':' || becomes where waits_for = k || ':' || was;
  update feedback set waits_for = k || ':' || becomes where waits_for = k || ':' || was;
  update touchpoint set waits_for = k || ':' || becomes where waits_for = k || ':' || was;
  return query select rehome(k || ':' || becomes) union select customer from handle where kind = k and value = becomes;
end $$;
