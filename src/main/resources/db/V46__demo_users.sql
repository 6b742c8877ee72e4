-- Whom the demo has let in, with the password it gave them: a database with a row here is the demo's own, and serve lets nobody
-- in by such a password.
create table demo_user (
  name text primary key,
  secret text not null
);
