-- A second factor beside the password (RFC 6238), and recovery codes, of which only the hash is kept.
create table second_factor (
  name text primary key references app_user on delete cascade,
  secret bytea not null check (length(secret) = 20),
  confirmed boolean not null default false,
  last_step bigint not null default 0
);
create table recovery_code (
  name text not null references second_factor on delete cascade,
  hash text not null,
  primary key (name, hash)
);
