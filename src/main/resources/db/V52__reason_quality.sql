-- Predictions of all reasons, so that their quality can be measured on contacts whose agents did not see them.

alter table guess
  add column blind boolean default false,
  add column queue text,
  add column strengths real[],
  add column reasons text[],
  add column probabilities real[];
create index guess_blind on guess (at) where blind and said is not null;

-- imported contacts and those without a prediction are learned from as well
create index interaction_reason on interaction (arrived_at) where reason is not null;

-- each training, with its quality on the newest fifth of the contacts, of which that model knew nothing
create table reason_training (
  at timestamptz primary key,
  contacts int not null,
  held_out int not null,
  top1 double precision,
  brier double precision,
  base_brier double precision,
  ece double precision,
  temperature double precision not null
);
