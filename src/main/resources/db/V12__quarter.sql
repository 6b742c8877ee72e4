-- A partition holds a quarter: starting and ending the scans of a partition for every month of years was most of what
-- reading one customer cost. A quarter that has months already goes on with months.
create or replace function ensure_month(parent text, at timestamptz) returns void language plpgsql as $$
declare
  moment timestamp := at at time zone 'UTC';
  quarter timestamp := date_trunc('quarter', moment);
  whole text := parent || to_char(moment, '_YYYY"q"Q');
  months text[] := array(select parent || to_char(quarter + n * interval '1 month', '_YYYYMM') from generate_series(0, 2) n);
  part text := whole;
  first timestamp := quarter;
  length interval := interval '3 months';
begin
  if to_regclass(whole) is not null or to_regclass(parent || to_char(moment, '_YYYYMM')) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext(whole));
  if exists (select from unnest(months) m where to_regclass(m) is not null) then
    part := parent || to_char(moment, '_YYYYMM');
    first := date_trunc('month', moment);
    length := interval '1 month';
  end if;
  execute format('create table %I partition of %I for values from (%L) to (%L)',
    part, parent, first at time zone 'UTC', (first + length) at time zone 'UTC');
exception when duplicate_table then
  null;
end $$;
