-- What was done, by whom, from where, and what was before and after: only ever added to.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  address text not null,
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb
);
create index audit_subject on audit (subject, id desc);
create trigger audit_stays before update or delete on audit for each row execute function refuse_change();
create trigger audit_stays_whole before truncate on audit for each statement execute function refuse_change();
