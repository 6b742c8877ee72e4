-- random values that all nodes of one shop share: the key that signs device cookies
create table server_secret (
  name text primary key,
  value bytea not null check (length(value) = 32)
);
