-- which node does the scheduled work, and until when it need not say so again
create table duty (
  name text primary key,
  node text not null,
  until timestamptz not null
);
