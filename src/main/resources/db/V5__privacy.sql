-- Files on their way in, who looked at whom, and how a customer is forgotten.

-- how far a file has been read, written in the transaction of its rows: a killed import goes on exactly there
create table import_progress (
  file text primary key,
  kind text not null,
  rows bigint not null default 0,
  rejected bigint not null default 0,
  rejected_bytes bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
