-- When a session began, when it was last used, and when its person last proved with a password to be there.
alter table session
  add column opened_at timestamptz not null default now(),
  add column seen_at timestamptz not null default now(),
  add column confirmed_at timestamptz not null default now();
update session set opened_at = expires_at - interval '12 hours', confirmed_at = 'epoch';
create index session_name on session (name);
