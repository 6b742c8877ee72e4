-- What was seen is named for every read, and a key that is made, changed or removed is told to every process that listens.

alter table look drop constraint look_why_check, add constraint look_why_check
  check (why in ('rang', 'search', 'opened', 'page', 'exported', 'erased', 'payload', 'identity', 'duplicates', 'promises'));

create function tell_keys() returns trigger language plpgsql as $$
begin
  perform pg_notify('shopbell_keys', '');
  return null;
end $$;

create trigger api_key_told after insert or delete or update on api_key for each statement execute function tell_keys();
