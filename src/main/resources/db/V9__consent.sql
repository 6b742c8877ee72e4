-- What a person does not want to be used: attributes consent.journey, consent.cues, consent.profiling, or an object
-- consent that has been kept as its JSON. Only an explicit no counts; of several records of one person one no is a no.
create function refused(attributes jsonb, what text) returns boolean language plpgsql immutable as $$
declare
  no constant text[] := '{false,no,0,denied,withdrawn,nein}';
  inside jsonb;
begin
  begin
    inside := (attributes ->> 'consent')::jsonb;
  exception when others then
    inside := null; -- somebody's own text
  end;
  return coalesce(lower(trim(attributes ->> ('consent.' || what))) = any (no), false)
    or coalesce(jsonb_typeof(inside) = 'object' and lower(trim(inside ->> what)) = any (no), false);
end $$;

-- null where nothing was said
create function consents(person uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('journey', not bool_or(refused(attributes, 'journey')), 'cues', not bool_or(refused(attributes, 'cues')),
    'profiling', not bool_or(refused(attributes, 'profiling')))
  from customer where survivor = person and attributes::text like '%consent%' having count(*) > 0
$$;

-- whether visits, and the cookies and devices that tie them to a person, may be shown and used
create function watched(person uuid) returns boolean language sql stable as $$
  select coalesce((consents(person) ->> 'journey')::boolean, true)
$$;
