-- one row that is written now and then: what can be read need not be writable
create table heartbeat (
  one boolean primary key default true check (one),
  at timestamptz not null
);
insert into heartbeat (at) values (now());
