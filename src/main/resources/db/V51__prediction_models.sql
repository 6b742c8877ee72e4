-- What was learned from the shop's own past: parameters and figures, nothing of any customer. One version of each kind is live.
create table prediction_model (
  id bigint generated always as identity primary key,
  kind text not null,
  made_at timestamptz not null,
  -- the days of the data; null where there was none
  data_from date,
  data_to date,
  customers int not null,
  figures jsonb not null,
  -- null where there was too little to learn from
  parameters jsonb,
  -- set-aside: an older one, or one that was not better than the live one
  state text not null check (state in ('live', 'previous', 'set-aside')),
  -- order_changes when the data was read
  order_changes bigint not null,
  switched_at timestamptz,
  switched_by text
);
create unique index prediction_model_live on prediction_model (kind) where state = 'live';
create index prediction_model_newest on prediction_model (kind, id desc);
