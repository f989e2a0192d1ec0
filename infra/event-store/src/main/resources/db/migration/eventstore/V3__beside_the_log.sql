-- What may be changed and lost: copies of state, and answers kept for a day.
create table log.snapshot (
  stream_id uuid not null,
  state_version int not null,
  sequence bigint not null check (sequence >= 0),
  taken_at timestamptz not null,
  content bytea not null,
  primary key (stream_id, state_version)
);

create table log.idempotency (
  scope text not null,
  key text not null,
  body_hash bytea not null,
  status int not null,
  answer text not null,
  position bigint not null,
  recorded_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > recorded_at),
  primary key (scope, key)
);

create index idempotency_expiry on log.idempotency (expires_at);

grant select, insert, update, delete on log.snapshot, log.idempotency to counterfoil_writer;
