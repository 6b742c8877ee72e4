-- when a source last answered about a customer; what it said is kept as the records it named
create table source_answer (
  source text not null,
  customer uuid not null,
  at timestamptz not null,
  primary key (source, customer)
);
create index source_answer_customer on source_answer (customer);
