-- An erasure reaches what waits to be told of the person, given up or not, and every process that has payloads in memory.

-- where the rows of an import are that were refused: whoever erases a customer is told which files to look through
alter table import_progress add column rejects text;

create function erase_told() returns trigger language plpgsql as $$
begin
  delete from outgoing
  where event like 'customer.%' and new.customer::text in (subject, body ->> 'customer', body ->> 'other');
  perform pg_notify('shopbell_erased', '');
  return null;
end $$;

create trigger erasure_reaches after insert on erasure for each row execute function erase_told();
