-- Made by several at once on an empty store: to_regclass may not see what another session has just made, so a table
-- that is there already is taken for what it is.
create or replace function ensure_month(parent text, at timestamptz) returns void language plpgsql as $$
declare
  month timestamptz := date_trunc('month', at at time zone 'UTC') at time zone 'UTC';
  part text := parent || to_char(at at time zone 'UTC', '_YYYYMM');
begin
  if to_regclass(part) is null then
    perform pg_advisory_xact_lock(hashtext(part));
    execute format('create table %I partition of %I for values from (%L) to (%L)',
      part, parent, month, (month at time zone 'UTC' + interval '1 month') at time zone 'UTC');
  end if;
exception when duplicate_table then
  null;
end $$;
