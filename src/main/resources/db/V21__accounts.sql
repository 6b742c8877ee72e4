-- Who may sign in, and sessions that end before their time, are told to every process that listens: see Notifications.

-- Name and aliases as they are compared (NameKey); null where the program has not written them yet.
alter table app_user add column known_as text[];
create index app_user_known_as on app_user using gin (known_as);

create function tell_accounts() returns trigger language plpgsql as $$
begin
  perform pg_notify('shopbell_accounts', '');
  return null;
end $$;

create trigger app_user_told after insert or delete or update of name, role, aliases, queues on app_user
  for each statement execute function tell_accounts();

create function tell_session_ended() returns trigger language plpgsql as $$
begin
  perform pg_notify('shopbell_session_ended', old.token);
  return null;
end $$;

create trigger session_told after delete on session
  for each row when (old.expires_at > now()) execute function tell_session_ended();
