-- hints for the talk that agents noted with the customer's consent: one of each kind, until a day; closed vocabulary, short texts
create table cue (
  customer uuid not null,
  kind text not null check (kind in ('sayName', 'address', 'language', 'preferredTime', 'preferredChannel', 'speakSlowly',
    'anniversary', 'recommended')),
  text text not null check (length(text) between 1 and 80),
  source text not null,
  consent boolean not null,
  until timestamptz not null,
  noted_at timestamptz not null,
  primary key (customer, kind)
);
